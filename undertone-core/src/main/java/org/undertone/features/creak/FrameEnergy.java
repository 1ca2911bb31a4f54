package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Energy;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * The logarithm of the energy of frames of 32 ms under a Hanning window every 5 ms, {@code ln mean((x w)^2)}, relative to
 * the largest of the signal.
 */
public final class FrameEnergy {
    private static final double FRAME_SECONDS = 0.032;
    private static final double HOP_SECONDS = 0.005;
    /** The mean square of the least significant bit of 16, at which digital silence is put by default. */
    static final double FLOOR = 0x1p-30;

    private FrameEnergy() {}

    /** The frames that this and {@link ZeroCrossingRate} are measured in. */
    static FrameSequence frames(int samples, int rate, Quirks quirks) {
        return FrameSequence.of(samples, Rounding.toInt(FRAME_SECONDS * rate), hopSamples(rate), quirks);
    }

    static int hopSamples(int rate) {
        return Rounding.toInt(HOP_SECONDS * rate);
    }

    /** {@code ln mean((x w)^2)} per frame: minus infinity in digital silence in the original, never below the floor else. */
    static Curve logarithms(double[] signal, int rate, Quirks quirks) {
        FrameSequence frames = frames(signal.length, rate, quirks);
        double[] window = Window.hanning(frames.length());
        double floor = quirks == Quirks.MENDED ? FLOOR : 0;
        var frame = new double[frames.length()];
        var energies = new double[frames.count()];
        for (int i = 0; i < energies.length; i++) {
            frames.copy(signal, i, frame);
            multiply(frame, window);
            energies[i] = Math.log(Math.max(Energy.of(frame) / frame.length, floor));
        }
        return new Curve(frames.times(), energies);
    }

    private static void multiply(double[] frame, double[] window) {
        for (int n = 0; n < frame.length; n++) {
            frame[n] *= window[n];
        }
    }

    /** The same relative to the largest, at most 0. */
    static Curve relative(Curve logarithms) {
        double largest = Arrays.stream(logarithms.values()).max().orElse(0);
        return new Curve(
                logarithms.times(),
                Arrays.stream(logarithms.values()).map(value -> value - largest).toArray());
    }

    /**
     * The relative energy at instants, natural logarithm, at most 0.
     *
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] signal, int rate, double[] instants, Quirks quirks) {
        return relative(logarithms(signal, rate, quirks)).at(instants, quirks);
    }
}
