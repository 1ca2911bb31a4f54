package org.undertone.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What an encoder has learned.
 *
 * @param layers recurrent layers, the one next to the frames first
 * @param output the dense layer of every step
 */
public record GruEncoderWeights(List<GruWeights> layers, DenseWeights output) {
    static final String OUTPUT_WEIGHT = "encoder.output.weight";
    static final String OUTPUT_BIAS = "encoder.output.bias";

    public GruEncoderWeights {
        layers = List.copyOf(layers);
    }

    /**
     * Weights by the names they have in a file, PyTorch's: {@code encoder.gru.weight_ih_l0} {@code [3H][I]}, {@code
     * encoder.gru.weight_hh_l0} {@code [3H][H]}, {@code encoder.gru.bias_ih_l0}, {@code encoder.gru.bias_hh_l0} {@code
     * [3H]}, the same with {@code _l1} and on, {@code encoder.output.weight} {@code [outputs][H]}, {@code
     * encoder.output.bias}.
     *
     * @param tensors gives the values of a name, row-major
     */
    public static GruEncoderWeights of(GruEncoderSettings settings, Function<String, float[]> tensors) {
        List<GruWeights> layers = IntStream.range(0, settings.layers())
                .mapToObj(layer -> new GruWeights(
                        tensors.apply(name("weight_ih", layer)),
                        tensors.apply(name("weight_hh", layer)),
                        tensors.apply(name("bias_ih", layer)),
                        tensors.apply(name("bias_hh", layer))))
                .toList();
        var output = new DenseWeights(tensors.apply(OUTPUT_WEIGHT), tensors.apply(OUTPUT_BIAS));
        return new GruEncoderWeights(layers, output);
    }

    /** The same by name, in the order of a file. */
    public Map<String, float[]> tensors() {
        var tensors = new LinkedHashMap<String, float[]>();
        for (int layer = 0; layer < layers.size(); layer++) {
            tensors.put(name("weight_ih", layer), layers.get(layer).input());
            tensors.put(name("weight_hh", layer), layers.get(layer).hidden());
            tensors.put(name("bias_ih", layer), layers.get(layer).inputBias());
            tensors.put(name("bias_hh", layer), layers.get(layer).hiddenBias());
        }
        tensors.put(OUTPUT_WEIGHT, output.weights());
        tensors.put(OUTPUT_BIAS, output.bias());
        return tensors;
    }

    /** Names and shapes of the tensors of an encoder, in the order of a file. */
    static Map<String, long[]> shapes(GruEncoderSettings settings) {
        long gates = 3L * settings.hidden();
        var shapes = new LinkedHashMap<String, long[]>();
        for (int layer = 0; layer < settings.layers(); layer++) {
            shapes.put(name("weight_ih", layer), new long[] {gates, settings.layerInputs(layer)});
            shapes.put(name("weight_hh", layer), new long[] {gates, settings.hidden()});
            shapes.put(name("bias_ih", layer), new long[] {gates});
            shapes.put(name("bias_hh", layer), new long[] {gates});
        }
        shapes.put(OUTPUT_WEIGHT, new long[] {settings.outputs(), settings.hidden()});
        shapes.put(OUTPUT_BIAS, new long[] {settings.outputs()});
        return shapes;
    }

    void check(GruEncoderSettings settings) {
        if (layers.size() != settings.layers()) {
            throw new IllegalArgumentException(
                    "encoder must have " + settings.layers() + " layers of weights but has " + layers.size());
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).check("encoder layer " + layer, settings.layerInputs(layer), settings.hidden());
        }
        output.check("encoder output", settings.hidden(), settings.outputs());
    }

    private static String name(String part, int layer) {
        return "encoder.gru." + part + "_l" + layer;
    }
}
