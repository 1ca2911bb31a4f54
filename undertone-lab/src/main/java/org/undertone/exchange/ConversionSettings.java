package org.undertone.exchange;

import java.util.Objects;
import java.util.Optional;
import org.undertone.features.FrameColumns;

/**
 * What a file of weights does not say of itself.
 *
 * @param layout whose names, order of gates and biases it has
 * @param columns what enters the lowest layer, in its order; empty for COVAREP's 74
 * @param frameRate frames per second it was trained on, more than 0
 */
public record ConversionSettings(WeightLayout layout, Optional<FrameColumns> columns, double frameRate) {
    public ConversionSettings {
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(columns, "columns");
        if (!(frameRate > 0 && frameRate <= 1e6)) {
            throw new IllegalArgumentException("frame rate must lie in (0, 1e6] frames per second but is " + frameRate);
        }
    }
}
