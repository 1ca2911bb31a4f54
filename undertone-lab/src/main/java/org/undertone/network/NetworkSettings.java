package org.undertone.network;

import java.util.Objects;
import java.util.Optional;

/**
 * What a network consists of: an encoder, and a head where it is to name emotions.
 */
public record NetworkSettings(EncoderSettings encoder, Optional<HeadSettings> head) {

    /** Checks that both are there. */
    public NetworkSettings {
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(head, "head");
    }

    /** An encoder without a head, as pre-training takes it. */
    public static NetworkSettings of(EncoderSettings encoder) {
        return new NetworkSettings(encoder, Optional.empty());
    }

    /** An encoder under a head, trained end to end. */
    public static NetworkSettings of(EncoderSettings encoder, HeadSettings head) {
        return new NetworkSettings(encoder, Optional.of(head));
    }

    /** The head of a network that must have one. */
    public HeadSettings requireHead() {
        return head.orElseThrow(
                () -> new IllegalStateException("the network has no head; make it with one to name emotions"));
    }

    /** Names and shapes of all parameters, encoder first. */
    public ParameterLayout layout() {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        long rows = 3L * encoder.hidden();
        for (int layer = 0; layer < encoder.layers(); layer++) {
            for (int direction = 0; direction < encoder.directions(); direction++) {
                GruNames names = GruNames.of(layer, direction == 1);
                builder.add(names.inputWeights(), rows, encoder.layerInputs(layer))
                        .add(names.recurrentWeights(), rows, encoder.hidden())
                        .add(names.inputBias(), rows)
                        .add(names.recurrentBias(), rows);
            }
        }
        builder.add(GruNames.OUTPUT_WEIGHT, encoder.outputs(), encoder.recurrentWidth())
                .add(GruNames.OUTPUT_BIAS, encoder.outputs());
        head.ifPresent(shape -> builder.add(GruNames.HEAD_WEIGHT, shape.emotions(), shape.inputs(encoder))
                .add(GruNames.HEAD_BIAS, shape.emotions()));
        return builder.build();
    }
}
