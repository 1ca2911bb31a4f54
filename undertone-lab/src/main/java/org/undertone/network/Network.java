package org.undertone.network;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * One worker's view of a network: shared parameters, its own recurrent layers and tape.
 *
 * <pre>
 *   frames -> recurrent layers -> | leaf -> dense -> outputs -> pooling -> head -> loss
 *             oneDNN, by hand     |            libtorch's autograd
 *   gradients of both sides are added to one flat vector
 * </pre>
 *
 * <p>Call {@link #encode}, build a loss from what it gives, call {@link #backward}; all inside one pointer scope.
 */
public final class Network implements AutoCloseable {

    private final NetworkSettings settings;
    private final Parameters parameters;
    private final RecurrentStack stack;
    private final Map<String, Tensor> leaves = new HashMap<>();
    private Tensor recurrent;
    private Lengths lengths;

    private Network(NetworkSettings settings, Parameters parameters, RecurrentStack stack) {
        this.settings = settings;
        this.parameters = parameters;
        this.stack = stack;
    }

    /** A view of a network on shared parameters, laid out as {@link NetworkSettings#layout()} says. */
    public static Network create(NetworkSettings settings, Parameters parameters, RecurrentEngine engine) {
        if (!parameters.layout().equals(settings.layout())) {
            throw new IllegalArgumentException("the network has the parameters " + settings.layout()
                    + " but those given are " + parameters.layout());
        }
        return new Network(settings, parameters, engine.create(settings.encoder(), parameters));
    }

    /** What the network consists of. */
    public NetworkSettings settings() {
        return settings;
    }

    /**
     * Runs the encoder on the tape.
     *
     * @param x frames [time][clip][column], contiguous
     * @return outputs [time][clip][output]; padding holds values that no loss may see
     */
    public Tensor encode(Tensor x, Lengths lengths) {
        leaves.clear();
        this.lengths = lengths;
        recurrent = stack.forward(x, lengths, true).detach().requires_grad_(true);
        return dense(recurrent, GruNames.OUTPUT_WEIGHT, GruNames.OUTPUT_BIAS, true);
    }

    /** Outputs of the encoder [time][clip][output], off the tape. */
    public Tensor outputs(Tensor x, Lengths lengths) {
        return dense(stack.forward(x, lengths, false), GruNames.OUTPUT_WEIGHT, GruNames.OUTPUT_BIAS, false);
    }

    /** Pools outputs as the head wants them: [clip][width]. */
    public Tensor pool(Tensor outputs, Lengths lengths) {
        HeadSettings head = settings.requireHead();
        return head.pooling().pool(outputs, lengths, head.maximumSteps());
    }

    /** Scores [clip][emotion] of pooled vectors, on the tape. */
    public Tensor score(Tensor pooled) {
        return dense(pooled, GruNames.HEAD_WEIGHT, GruNames.HEAD_BIAS, true);
    }

    /** Scores [clip][emotion], off the tape. */
    public Tensor predict(Tensor x, Lengths lengths) {
        return dense(pool(outputs(x, lengths), lengths), GruNames.HEAD_WEIGHT, GruNames.HEAD_BIAS, false);
    }

    /**
     * Takes a loss back to all parameters.
     *
     * @param loss a scalar built from the last {@link #encode}
     * @param gradients of all parameters, added to
     */
    public void backward(Tensor loss, Parameters gradients) {
        loss.backward(new Tensor(), new BoolOptional(), false, new TensorArrayRefOptional());
        leaves.forEach((name, leaf) -> gradients.view(name).add_(leaf.grad()));
        Tensor gradient = recurrent.grad();
        // A loss that masks padding leaves zeros there; one that forgot would leak, so it is made certain.
        stack.backward(
                lengths.padded() ? gradient.mul(lengths.mask(parameters.precision())) : gradient.contiguous(),
                gradients);
        recurrent = null;
        leaves.clear();
    }

    private Tensor dense(Tensor x, String weight, String bias, boolean taped) {
        Tensor w = taped ? leaf(weight) : parameters.view(weight);
        Tensor b = taped ? leaf(bias) : parameters.view(bias);
        return torch.linear(x, w, new TensorOptional(b));
    }

    private Tensor leaf(String name) {
        return leaves.computeIfAbsent(name, n -> parameters.view(n).detach().requires_grad_(true));
    }

    @Override
    public void close() {
        stack.close();
    }
}
