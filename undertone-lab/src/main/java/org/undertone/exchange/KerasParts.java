package org.undertone.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undertone.model.DenseWeights;
import org.undertone.model.GruWeights;
import org.undertone.storage.FileFormatException;

/** GRU layers of Keras by the paths of their variables, such as {@code gru_1/gru_cell/kernel}; see {@link WeightLayout#KERAS}. */
final class KerasParts {
    private static final String RECURRENT = "recurrent_kernel";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final SavedWeights saved;
    /** What variables are called behind their name: {@code :0} in older files. */
    private final String ending;

    private KerasParts(SavedWeights saved, String ending) {
        this.saved = saved;
        this.ending = ending;
    }

    static GruParts read(SavedWeights saved) throws IOException {
        String ending = saved.unused().stream().anyMatch(name -> name.endsWith(RECURRENT + ":0")) ? ":0" : "";
        return new KerasParts(saved, ending).parts();
    }

    private GruParts parts() throws IOException {
        List<String> cells = cells();
        int inputs = saved.shape(cells.get(0) + "kernel" + ending, 2)[0];
        int hidden = saved.shape(cells.get(0) + RECURRENT + ending, 2)[0];
        var layers = new ArrayList<GruWeights>();
        for (String cell : cells) {
            layers.add(layer(cell, hidden, layers.isEmpty() ? inputs : hidden));
        }
        return new GruParts(inputs, hidden, layers, output(hidden));
    }

    /** The paths of the layers: {@code gru} comes before {@code gru_1}, and {@code gru_2} before {@code gru_10}. */
    private List<String> cells() throws FileFormatException {
        String last = RECURRENT + ending;
        List<String> cells = saved.unused().stream()
                .filter(name -> name.endsWith(last))
                .map(name -> name.substring(0, name.length() - last.length()))
                .sorted(Comparator.comparing(KerasParts::padded))
                .toList();
        if (cells.isEmpty()) {
            throw saved.fault("have no '" + RECURRENT + "', which every GRU of Keras has; there are " + saved.listed());
        }
        for (String cell : cells) {
            if (cell.contains("backward")) {
                throw saved.fault(
                        cell + last, "belongs to a second direction; only GRUs that run forward can be taken over");
            }
        }
        return cells;
    }

    /** With numbers of one length, which then sort as numbers. */
    private static String padded(String path) {
        return NUMBER.matcher(path)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private GruWeights layer(String cell, int hidden, int inputs) throws IOException {
        String recurrent = cell + RECURRENT + ending;
        int columns = saved.shape(recurrent, 2)[1];
        if (columns != 3L * hidden) {
            throw saved.fault(
                    recurrent,
                    "has " + columns + " columns for " + hidden + " units, which is "
                            + (columns == 4L * hidden ? "an LSTM" : "no GRU of as many units as the lowest layer")
                            + "; a GRU has 3 columns for each unit");
        }
        int gates = 3 * hidden;
        float[][] biases = biases(cell + "bias" + ending, gates);
        float[] input = Matrices.transposed(saved.floats(cell + "kernel" + ending, inputs, gates), inputs, gates);
        float[] recurrence = Matrices.transposed(saved.floats(recurrent, hidden, gates), hidden, gates);
        return new GruWeights(
                GateOrder.updateFirst(input, hidden, inputs),
                GateOrder.updateFirst(recurrence, hidden, hidden),
                GateOrder.updateFirst(biases[0], hidden, 1),
                GateOrder.updateFirst(biases[1], hidden, 1));
    }

    /** Input's and recurrence's; zeros where the layer was made with {@code use_bias=False}. */
    private float[][] biases(String name, int gates) throws IOException {
        if (!saved.has(name)) {
            return new float[2][gates];
        }
        if (saved.dimensions(name) == 1) {
            throw saved.fault(
                    name,
                    "has one row: the layer was made with reset_after=False, which applies the reset gate before the product"
                            + " and is another equation; train it with reset_after=True");
        }
        float[] both = saved.floats(name, 2, gates);
        var biases = new float[2][gates];
        System.arraycopy(both, 0, biases[0], 0, gates);
        System.arraycopy(both, gates, biases[1], 0, gates);
        return biases;
    }

    /** The one kernel left over that takes the units. */
    private Optional<DenseWeights> output(int hidden) throws IOException {
        List<String> kernels = new ArrayList<>();
        for (String name : saved.unused()) {
            if (name.endsWith("kernel" + ending) && saved.dimensions(name) == 2 && saved.shape(name, 2)[0] == hidden) {
                kernels.add(name);
            }
        }
        if (kernels.size() != 1) {
            return Optional.empty();
        }
        String name = kernels.get(0);
        int outputs = saved.shape(name, 2)[1];
        float[] weights = Matrices.transposed(saved.floats(name, hidden, outputs), hidden, outputs);
        String bias = name.substring(0, name.length() - ("kernel" + ending).length()) + "bias" + ending;
        return Optional.of(
                new DenseWeights(weights, saved.has(bias) ? saved.floats(bias, outputs) : new float[outputs]));
    }
}
