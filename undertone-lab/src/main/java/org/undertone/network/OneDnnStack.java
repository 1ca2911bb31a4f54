package org.undertone.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The recurrent layers on oneDNN, single precision, one thread. */
final class OneDnnStack implements RecurrentStack {

    private final EncoderSettings settings;
    private final List<List<OneDnnLayer>> layers = new ArrayList<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private Lengths lengths;

    OneDnnStack(EncoderSettings settings, Parameters parameters) {
        if (parameters.precision() != Precision.SINGLE) {
            throw new IllegalArgumentException(
                    "oneDNN's GRU is single precision; take the engine LIBTORCH for " + parameters.precision());
        }
        this.settings = settings;
        for (int layer = 0; layer < settings.layers(); layer++) {
            List<OneDnnLayer> directions = new ArrayList<>();
            for (int direction = 0; direction < settings.directions(); direction++) {
                GruNames names = GruNames.of(layer, direction == 1);
                directions.add(new OneDnnLayer(settings.layerInputs(layer), settings.hidden(), names, parameters));
            }
            layers.add(directions);
        }
    }

    @Override
    public Tensor forward(Tensor x, Lengths lengths, boolean keep) {
        this.lengths = lengths;
        inputs.clear();
        Tensor below = x;
        for (List<OneDnnLayer> directions : layers) {
            Tensor ahead = directions.get(0).forward(below, keep);
            below = settings.bidirectional()
                    ? torch.cat(new TensorVector(ahead, turn(directions.get(1).forward(turn(below), keep))), 2)
                    : ahead;
        }
        return below;
    }

    @Override
    public void backward(Tensor gradient, Parameters gradients) {
        Tensor above = gradient;
        int hidden = settings.hidden();
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            List<OneDnnLayer> directions = layers.get(layer);
            if (settings.bidirectional()) {
                Tensor ahead =
                        directions.get(0).backward(above.narrow(2, 0, hidden).contiguous(), gradients);
                Tensor back = directions.get(1).backward(turn(above.narrow(2, hidden, hidden)), gradients);
                above = turn(back).add_(ahead);
            } else {
                above = directions.get(0).backward(above, gradients);
            }
        }
    }

    /** Each clip turned round within its own length. */
    private Tensor turn(Tensor x) {
        long[] shape = {x.size(0), x.size(1), x.size(2)};
        return x.reshape(shape[0] * shape[1], shape[2])
                .index_select(0, lengths.reversedRows())
                .view(shape);
    }

    @Override
    public void close() {
        layers.forEach(directions -> directions.forEach(OneDnnLayer::close));
    }
}
