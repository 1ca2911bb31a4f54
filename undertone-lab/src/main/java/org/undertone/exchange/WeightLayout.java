package org.undertone.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whose way of naming, ordering and transposing the weights of a GRU. */
public enum WeightLayout {
    /**
     * PyTorch's: {@code weight_ih_l0} {@code [3H][I]}, {@code weight_hh_l0} {@code [3H][H]}, {@code bias_ih_l0}, {@code
     * bias_hh_l0} {@code [3H]}, gates in the order reset, update, new.
     */
    TORCH {
        @Override
        GruParts parts(SavedWeights saved) throws java.io.IOException {
            return TorchParts.read(saved);
        }
    },
    /**
     * Keras's: {@code kernel} {@code [I][3H]}, {@code recurrent_kernel} {@code [H][3H]}, {@code bias} {@code [2][3H]}, gates
     * in the order update, reset, new. The reset gate has to be applied after the product ({@code reset_after=True}, which
     * is the default): before it is another equation.
     */
    KERAS {
        @Override
        GruParts parts(SavedWeights saved) throws java.io.IOException {
            return KerasParts.read(saved);
        }
    };

    abstract GruParts parts(SavedWeights saved) throws java.io.IOException;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The layout of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static WeightLayout of(String label) {
        return Arrays.stream(values())
                .filter(layout -> layout.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no layout '" + label + "'; there are "
                        + Arrays.stream(values()).map(WeightLayout::label).collect(Collectors.joining(", "))));
    }
}
