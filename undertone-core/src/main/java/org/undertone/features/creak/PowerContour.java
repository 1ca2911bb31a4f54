package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Rounding;

/** The power of a signal in frames of 4 ms every 2 ms, {@code 20 log10 mean(x^2)}: short enough to show single pulses. */
final class PowerContour {
    private static final double FRAME_SECONDS = 0.004;
    private static final double HOP_SECONDS = 0.002;

    private PowerContour() {}

    /** The contour, in dB of the square as the original has it: twice the usual number. */
    static Curve of(double[] signal, int rate, Quirks quirks) {
        FrameSequence frames = FrameSequence.of(
                signal.length, Rounding.toInt(FRAME_SECONDS * rate), Rounding.toInt(HOP_SECONDS * rate), quirks);
        double floor = quirks == Quirks.MENDED ? FrameEnergy.FLOOR : 0;
        var power = new double[frames.count()];
        for (int i = 0; i < power.length; i++) {
            int begin = Math.max(0, frames.starts()[i]);
            int end = Math.min(signal.length, frames.starts()[i] + frames.length());
            double sum = 0;
            for (int n = begin; n < end; n++) {
                sum += signal[n] * signal[n];
            }
            power[i] = 20 * Math.log10(Math.max(sum / frames.length(), floor));
        }
        raiseSilence(power);
        return new Curve(frames.times(), power);
    }

    /** Digital silence gets the least power of what is not silent. */
    private static void raiseSilence(double[] power) {
        double least = Arrays.stream(power)
                .filter(value -> value != Double.NEGATIVE_INFINITY)
                .min()
                .orElse(0);
        for (int i = 0; i < power.length; i++) {
            power[i] = Math.max(power[i], least);
        }
    }
}
