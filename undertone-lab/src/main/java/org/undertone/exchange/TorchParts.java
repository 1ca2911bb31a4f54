package org.undertone.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undertone.model.DenseWeights;
import org.undertone.model.GruWeights;
import org.undertone.storage.FileFormatException;

/** A GRU of PyTorch, with whatever prefix its module has; see {@link WeightLayout#TORCH}. */
final class TorchParts {
    private static final String INPUT = "weight_ih_l";
    private static final String HIDDEN = "weight_hh_l";

    private final SavedWeights saved;
    private final String prefix;

    private TorchParts(SavedWeights saved, String prefix) {
        this.saved = saved;
        this.prefix = prefix;
    }

    static GruParts read(SavedWeights saved) throws IOException {
        List<String> lowest = saved.unused().stream()
                .filter(name -> name.equals(INPUT + "0") || name.endsWith("." + INPUT + "0"))
                .toList();
        if (lowest.size() != 1) {
            throw saved.fault((lowest.isEmpty() ? "have no" : "have more than one") + " '" + INPUT
                    + "0', the lowest layer of a GRU of PyTorch; there are " + saved.listed());
        }
        String name = lowest.get(0);
        return new TorchParts(saved, name.substring(0, name.length() - INPUT.length() - 1)).parts();
    }

    private GruParts parts() throws IOException {
        refuseOthers();
        int hidden = saved.shape(prefix + HIDDEN + "0", 2)[1];
        int inputs = saved.shape(prefix + INPUT + "0", 2)[1];
        var layers = new ArrayList<GruWeights>();
        int width = inputs;
        while (saved.has(prefix + INPUT + layers.size())) {
            layers.add(layer(layers.size(), hidden, width));
            width = hidden;
        }
        return new GruParts(inputs, hidden, layers, output(hidden));
    }

    private void refuseOthers() throws FileFormatException {
        for (String name : saved.unused()) {
            if (name.startsWith(prefix) && name.endsWith("_reverse")) {
                throw saved.fault(name, "belongs to a second direction; only GRUs that run forward can be taken over");
            }
            if (name.startsWith(prefix + "weight_hr_l")) {
                throw saved.fault(name, "is a projection, which a GRU has not; this is an LSTM");
            }
        }
        int rows = saved.shape(prefix + HIDDEN + "0", 2)[0];
        int units = saved.shape(prefix + HIDDEN + "0", 2)[1];
        if (rows != 3L * units) {
            throw saved.fault(
                    prefix + HIDDEN + "0",
                    "has " + rows + " rows for " + units + " units, which is "
                            + (rows == 4L * units ? "an LSTM" : rows == units ? "a plain recurrent layer" : "no GRU")
                            + "; a GRU has 3 rows for each unit");
        }
    }

    private GruWeights layer(int layer, int hidden, int inputs) throws IOException {
        long gates = 3L * hidden;
        return new GruWeights(
                saved.floats(prefix + INPUT + layer, gates, inputs),
                saved.floats(prefix + HIDDEN + layer, gates, hidden),
                bias("bias_ih_l" + layer, gates),
                bias("bias_hh_l" + layer, gates));
    }

    /** Zeros where the GRU was made with {@code bias=False}. */
    private float[] bias(String name, long gates) throws IOException {
        return saved.has(prefix + name) ? saved.floats(prefix + name, gates) : new float[(int) gates];
    }

    /** The one matrix left over that takes the units. */
    private Optional<DenseWeights> output(int hidden) throws IOException {
        List<String> matrices = new ArrayList<>();
        for (String name : saved.unused()) {
            if (name.endsWith("weight") && saved.dimensions(name) == 2 && saved.shape(name, 2)[1] == hidden) {
                matrices.add(name);
            }
        }
        if (matrices.size() != 1) {
            return Optional.empty();
        }
        String name = matrices.get(0);
        int outputs = saved.shape(name, 2)[0];
        float[] weights = saved.floats(name, outputs, hidden);
        String bias = name.substring(0, name.length() - "weight".length()) + "bias";
        return Optional.of(
                new DenseWeights(weights, saved.has(bias) ? saved.floats(bias, outputs) : new float[outputs]));
    }
}
