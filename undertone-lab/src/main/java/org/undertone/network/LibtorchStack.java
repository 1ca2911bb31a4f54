package org.undertone.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The recurrent layers on libtorch's own GRU and autograd: slow, of any precision, and the twin for tests. */
final class LibtorchStack implements RecurrentStack {

    private final EncoderSettings settings;
    private final Parameters parameters;
    private final Map<String, Tensor> leaves = new LinkedHashMap<>();
    private Tensor output;

    LibtorchStack(EncoderSettings settings, Parameters parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    @Override
    public Tensor forward(Tensor x, Lengths lengths, boolean keep) {
        leaves.clear();
        Tensor below = x;
        for (int layer = 0; layer < settings.layers(); layer++) {
            List<Tensor> directions = new ArrayList<>();
            directions.add(run(below, GruNames.of(layer, false), keep));
            if (settings.bidirectional()) {
                Tensor rows = lengths.reversedRows();
                Tensor turned = turn(below, rows);
                directions.add(turn(run(turned, GruNames.of(layer, true), keep), rows));
            }
            below = directions.size() == 1
                    ? directions.get(0)
                    : torch.cat(new TensorVector(directions.toArray(Tensor[]::new)), 2);
        }
        output = below;
        return below.detach();
    }

    @Override
    public void backward(Tensor gradient, Parameters gradients) {
        output.backward(
                gradient,
                new org.bytedeco.pytorch.BoolOptional(),
                false,
                new org.bytedeco.pytorch.TensorArrayRefOptional());
        leaves.forEach((name, leaf) -> gradients.view(name).add_(leaf.grad()));
        output = null;
    }

    private Tensor run(Tensor x, GruNames names, boolean keep) {
        TensorVector weights = new TensorVector();
        for (String name : names.all()) {
            Tensor leaf = parameters.view(name).detach().requires_grad_(keep);
            leaves.put(name, leaf);
            weights.push_back(leaf);
        }
        long clips = x.size(1);
        Tensor zeros = torch.zeros(
                new long[] {1, clips, settings.hidden()}, parameters.precision().options());
        return torch.gru(x, zeros, weights, true, 1, 0.0, keep, false, false).get0();
    }

    private static Tensor turn(Tensor x, Tensor rows) {
        long[] shape = {x.size(0), x.size(1), x.size(2)};
        return x.reshape(shape[0] * shape[1], shape[2]).index_select(0, rows).view(shape);
    }

    @Override
    public void close() {
        leaves.clear();
        output = null;
    }
}
