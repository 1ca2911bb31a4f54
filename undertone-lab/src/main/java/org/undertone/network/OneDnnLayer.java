package org.undertone.network;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.undertone.network.kernel.GruGradients;
import org.undertone.network.kernel.GruKernel;
import org.undertone.network.kernel.GruShape;
import org.undertone.network.kernel.GruWeights;

/**
 * One GRU layer and direction between libtorch's tensors and the kernel: turns PyTorch's weights (rows reset, update,
 * new; two bias vectors) into oneDNN's (update, reset, new; four) once per change of the parameters, and gradients back.
 */
final class OneDnnLayer implements AutoCloseable {

    private static final long GATES = 3;

    private final GruNames names;
    private final Parameters parameters;
    private final long inputs;
    private final long hidden;
    private final GruKernel kernel;
    private final Tensor gateOrder;
    private final Tensor layerGateFirst;
    private final Tensor iterGateFirst;
    private final Tensor layerInputFirst;
    private final Tensor iterInputFirst;
    private final Tensor bias;
    private final Tensor layerGradient;
    private final Tensor iterGradient;
    private final Tensor biasGradient;
    private final TensorBuffer output = new TensorBuffer();
    private final TensorBuffer inputGradient = new TensorBuffer();
    private long preparedVersion = -1;
    private Tensor x;
    private Tensor h;

    OneDnnLayer(int inputs, int hidden, GruNames names, Parameters parameters) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.names = names;
        this.parameters = parameters;
        kernel = new GruKernel(new GruShape(inputs, hidden));
        gateOrder = kept(torch.empty(new long[] {GATES}, new TensorOptions(torch.ScalarType.Long), null));
        new LongPointer(gateOrder.data_ptr()).put(1, 0, 2);
        layerGateFirst = kept(torch.empty(GATES, hidden, inputs));
        iterGateFirst = kept(torch.empty(GATES, hidden, hidden));
        layerInputFirst = kept(torch.empty(inputs, GATES, hidden));
        iterInputFirst = kept(torch.empty(hidden, GATES, hidden));
        bias = kept(torch.empty(GATES + 1, hidden));
        layerGradient = kept(torch.empty(inputs, GATES, hidden));
        iterGradient = kept(torch.empty(hidden, GATES, hidden));
        biasGradient = kept(torch.empty(GATES + 1, hidden));
    }

    /** [time][clip][input] to [time][clip][hidden]; valid until the next call. */
    Tensor forward(Tensor input, boolean keep) {
        prepare();
        int steps = Math.toIntExact(input.size(0));
        int clips = Math.toIntExact(input.size(1));
        x = input;
        h = output.view(steps, clips, hidden);
        kernel.forward(weights(), x.data_ptr_float(), h.data_ptr_float(), steps, clips, keep);
        return h;
    }

    /** [time][clip][hidden] to [time][clip][input]; valid until the next call. */
    Tensor backward(Tensor gradient, Parameters gradients) {
        Tensor dx = inputGradient.view(x.size(0), x.size(1), inputs);
        layerGradient.zero_();
        iterGradient.zero_();
        biasGradient.zero_();
        kernel.backward(
                weights(),
                x.data_ptr_float(),
                h.data_ptr_float(),
                gradient.data_ptr_float(),
                dx.data_ptr_float(),
                new GruGradients(
                        layerGradient.data_ptr_float(), iterGradient.data_ptr_float(), biasGradient.data_ptr_float()));
        add(gradients.view(names.inputWeights()), layerGradient);
        add(gradients.view(names.recurrentWeights()), iterGradient);
        Tensor inputBias = gradients.view(names.inputBias()).view(GATES, hidden);
        Tensor recurrentBias = gradients.view(names.recurrentBias()).view(GATES, hidden);
        inputBias.add_(biasGradient.narrow(0, 0, GATES).index_select(0, gateOrder));
        recurrentBias.narrow(0, 0, 2).add_(biasGradient.narrow(0, 0, 2).flip(0));
        recurrentBias.select(0, 2).add_(biasGradient.select(0, GATES));
        return dx;
    }

    private void prepare() {
        if (preparedVersion == parameters.version()) {
            return;
        }
        copy(parameters.view(names.inputWeights()), layerGateFirst, layerInputFirst, inputs);
        copy(parameters.view(names.recurrentWeights()), iterGateFirst, iterInputFirst, hidden);
        Tensor inputBias = parameters.view(names.inputBias()).view(GATES, hidden);
        Tensor recurrentBias = parameters.view(names.recurrentBias()).view(GATES, hidden);
        bias.narrow(0, 0, GATES).copy_(inputBias.index_select(0, gateOrder));
        bias.narrow(0, 0, 2).add_(recurrentBias.narrow(0, 0, 2).flip(0));
        bias.select(0, GATES).copy_(recurrentBias.select(0, 2));
        preparedVersion = parameters.version();
    }

    private void copy(Tensor weights, Tensor gateFirst, Tensor inputFirst, long width) {
        gateFirst.copy_(weights.view(GATES, hidden, width).index_select(0, gateOrder));
        inputFirst.copy_(gateFirst.permute(2, 0, 1));
    }

    /** oneDNN's gradient [input][gate][hidden] onto PyTorch's [gate * hidden][input]. */
    private void add(Tensor target, Tensor gradient) {
        target.view(GATES, hidden, gradient.size(0))
                .add_(gradient.index_select(1, gateOrder).permute(1, 2, 0));
    }

    private GruWeights weights() {
        return new GruWeights(
                layerInputFirst.data_ptr_float(),
                iterInputFirst.data_ptr_float(),
                layerGateFirst.data_ptr_float(),
                iterGateFirst.data_ptr_float(),
                bias.data_ptr_float());
    }

    private static Tensor kept(Tensor tensor) {
        tensor.retainReference();
        return tensor;
    }

    @Override
    public void close() {
        kernel.close();
        output.close();
        inputGradient.close();
        for (Tensor tensor : new Tensor[] {
            gateOrder,
            layerGateFirst,
            iterGateFirst,
            layerInputFirst,
            iterInputFirst,
            bias,
            layerGradient,
            iterGradient,
            biasGradient
        }) {
            tensor.releaseReference();
        }
    }
}
