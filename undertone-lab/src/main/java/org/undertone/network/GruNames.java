package org.undertone.network;

import java.util.List;

/** What PyTorch calls the parameters of one layer and direction, below {@code encoder.gru.}. */
record GruNames(String inputWeights, String recurrentWeights, String inputBias, String recurrentBias) {

    static final String OUTPUT_WEIGHT = "encoder.output.weight";
    static final String OUTPUT_BIAS = "encoder.output.bias";
    static final String HEAD_WEIGHT = "head.weight";
    static final String HEAD_BIAS = "head.bias";

    static GruNames of(int layer, boolean reversed) {
        String end = "_l" + layer + (reversed ? "_reverse" : "");
        return new GruNames(
                "encoder.gru.weight_ih" + end,
                "encoder.gru.weight_hh" + end,
                "encoder.gru.bias_ih" + end,
                "encoder.gru.bias_hh" + end);
    }

    /** In the order in which libtorch takes them. */
    List<String> all() {
        return List.of(inputWeights, recurrentWeights, inputBias, recurrentBias);
    }
}
