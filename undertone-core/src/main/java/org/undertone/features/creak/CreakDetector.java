package org.undertone.features.creak;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.undertone.features.source.Quirks;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Rounding;
import org.undertone.signal.Span;

/**
 * The detector of creaky voice (Drugman, Kane, Gobl, Computer Speech and Language 28, 2014): {@link CreakFeatures}, then a
 * {@link CreakNetwork}.
 */
public final class CreakDetector {
    private final Quirks quirks;
    private final CreakNetwork network;

    private CreakDetector(Quirks quirks, CreakNetwork network) {
        this.quirks = quirks;
        this.network = network;
    }

    /** A detector with our network. */
    public static CreakDetector create(Quirks quirks) {
        return create(quirks, CreakNetwork.of(quirks));
    }

    /** A detector with a network of the caller's, which must have been trained on features with the same quirks. */
    public static CreakDetector create(Quirks quirks, CreakNetwork network) {
        if (network.features() != CreakFeatures.COLUMNS) {
            throw new IllegalArgumentException(
                    "a network for creak needs " + CreakFeatures.COLUMNS + " features but has " + network.features());
        }
        return new CreakDetector(Objects.requireNonNull(quirks, "quirks"), network);
    }

    /**
     * The posterior of creak at the {@link CreakFeatures#instants}, in [0, 1]. Without quirks it is 0 where the signal is
     * silent, at most the last of 16 bits, and all over where no frame is voiced. With them it is what the network
     * makes of features that are missing where no frame is voiced, and 0 all over at rates at which 2, 4, 5, 10 and 32 ms are not all whole samples.
     */
    public double[] posteriors(CreakSource source) {
        return posteriors(source, Span.ALL);
    }

    /**
     * The same as far as a span of it is asked for; what is not is 0.
     *
     * @param asked sample numbers that the track is interpolated at; with quirks it counts as {@link Span#ALL}
     */
    public double[] posteriors(CreakSource source, Span asked) {
        double[] instants = CreakFeatures.instants(source.signal().length, source.rate());
        // Quirk of the original: fractions of samples as array sizes raise an error, which is swallowed.
        boolean zeros = quirks == Quirks.MENDED ? Double.isNaN(source.medianF0()) : !suits(source.rate());
        if (instants.length == 0 || zeros) {
            return new double[instants.length];
        }
        if (quirks == Quirks.KEPT) {
            return network.posteriors(CreakFeatures.of(source, quirks));
        }
        IndexRange range = asked.nodes(instants);
        double[] known = silenced(
                network.posteriors(CreakFeatures.of(source, quirks, range)),
                source,
                Arrays.copyOfRange(instants, range.from(), range.end()));
        var posteriors = new double[instants.length];
        System.arraycopy(known, 0, posteriors, range.from(), known.length);
        return posteriors;
    }

    /** Whether the original gives anything but zeros at a rate. */
    static boolean suits(int rate) {
        return DoubleStream.of(0.002, 0.004, 0.005, 0.01, 0.032)
                .map(seconds -> seconds * rate)
                .allMatch(samples -> Math.abs(samples - Rounding.halfAway(samples)) < 1e-6);
    }

    private double[] silenced(double[] posteriors, CreakSource source, double[] instants) {
        double[] energy =
                FrameEnergy.logarithms(source.signal(), source.rate(), quirks).at(instants, quirks);
        for (int i = 0; i < posteriors.length; i++) {
            if (energy[i] <= Math.log(FrameEnergy.FLOOR)) {
                posteriors[i] = 0;
            }
        }
        return posteriors;
    }
}
