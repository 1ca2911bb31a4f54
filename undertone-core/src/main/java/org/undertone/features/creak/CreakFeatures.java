package org.undertone.features.creak;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Quirks;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Interpolation;
import org.undertone.signal.Rounding;
import org.undertone.signal.Span;

/**
 * What the creak network sees every 10 ms: twelve features, their first differences, the differences of those (Drugman,
 * Kane, Gobl, "Data-driven detection and analysis of the patterns of creaky voice", Computer Speech and Language 28, 2014).
 */
public final class CreakFeatures {
    /** The twelve features, in order; each also names a class here, but for the power peaks' and the pitch's. */
    public static final List<String> NAMES = List.of(
            "H2H1",
            "res_p",
            "ZCR",
            "IFP",
            "IPS",
            "PwP.fall",
            "PwP.rise",
            "F0",
            "F0mean",
            "enerN",
            "pow_std",
            "creakF0");

    /** Number of columns: the features, their differences, and the differences of those. */
    public static final int COLUMNS = 3 * 12;

    private static final double HOP_SECONDS = 0.01;

    private CreakFeatures() {}

    /** Samples from an instant to the next. */
    public static int hopSamples(int rate) {
        return Rounding.toInt(HOP_SECONDS * rate);
    }

    /** The instants: sample numbers hop, 2 hop.. up to the last sample, of which the first is 1. */
    public static double[] instants(int samples, int rate) {
        int hop = hopSamples(rate);
        var instants = new double[samples / hop];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = (double) (i + 1) * hop;
        }
        return instants;
    }

    /**
     * All columns at the {@link #instants}, {@code [time][36]}. With quirks NaN and minus infinity occur, at the ends and in
     * digital silence; without them they do not.
     *
     * @throws IllegalArgumentException without quirks, where no frame is voiced: the resonators have no pitch then
     */
    public static double[][] of(CreakSource source, Quirks quirks) {
        return of(source, quirks, new IndexRange(0, instants(source.signal().length, source.rate()).length));
    }

    /** The same at some of the instants; with quirks it must be all. */
    static double[][] of(CreakSource source, Quirks quirks, IndexRange asked) {
        // Differences of differences look two instants back.
        int from = Math.max(0, asked.from() - 2);
        double[][] columns = columns(source, quirks, new IndexRange(from, asked.end()));
        int before = asked.from() - from;
        var rows = new double[asked.count()][3 * columns.length];
        for (int c = 0; c < columns.length; c++) {
            double[] deltas = Deltas.of(columns[c]);
            double[] deltasOfDeltas = Deltas.of(deltas);
            for (int i = 0; i < rows.length; i++) {
                rows[i][c] = columns[c][before + i];
                rows[i][columns.length + c] = deltas[before + i];
                rows[i][2 * columns.length + c] = deltasOfDeltas[before + i];
            }
        }
        return rows;
    }

    /** The twelve features, {@code [feature][time]}. */
    private static double[][] columns(CreakSource source, Quirks quirks, IndexRange asked) {
        double[] signal = source.signal();
        int rate = source.rate();
        double f0 = source.medianF0();
        if (Double.isNaN(f0) && quirks == Quirks.MENDED) {
            throw new IllegalArgumentException("the features of creak need a voiced frame but there is none");
        }
        double[] instants = Arrays.copyOfRange(instants(signal.length, rate), asked.from(), asked.end());
        Span span = span(instants, quirks);
        double[] broad = Resonator.of(source.residual(), rate, f0, Resonator.BROAD);
        double[] sharp = Resonator.of(source.residual(), rate, f0, Resonator.SHARP);
        FrameSequence frames = CreakF0.frames(signal.length, rate, quirks).around(span, CreakF0.REACH_FRAMES);
        int[] pulseRates = CreakF0.raw(broad, rate, frames);
        Curve energy = FrameEnergy.logarithms(signal, rate, quirks);
        double[] band = CreakBand.of(signal, rate, quirks);
        PowerPeaks peaks = PowerPeaks.of(band, rate, quirks);
        double[] stretched = stretched(instants, signal.length, quirks);
        var voice = new ResidualPeakProminence.Voice(rate, f0);
        var mean = new double[instants.length];
        Arrays.fill(mean, f0);
        return new double[][] {
            H2H1.at(sharp, pulseRates, rate, frames, instants, quirks),
            ResidualPeakProminence.at(broad, energy, voice, instants, quirks),
            ZeroCrossingRate.at(signal, rate, instants, quirks),
            IntraFramePeriodicity.at(band, rate, stretched, quirks),
            peaks.at(InterPulseSimilarity.of(band, peaks, rate, span), stretched, rate, quirks),
            peaks.at(peaks.fall(), stretched, rate, quirks),
            peaks.at(peaks.rise(), stretched, rate, quirks),
            pitch(source, instants, quirks),
            mean,
            FrameEnergy.relative(energy).at(instants, quirks),
            PowerDeviation.at(signal, rate, instants, quirks),
            new Curve(frames.times(), CreakF0.smoothed(pulseRates)).at(instants, quirks)
        };
    }

    /** What tracks are asked for at; all with quirks, under which some are stretched over the whole signal. */
    static Span span(double[] instants, Quirks quirks) {
        return quirks == Quirks.KEPT || instants.length == 0
                ? Span.ALL
                : new Span(instants[0], instants[instants.length - 1]);
    }

    private static double[] pitch(CreakSource source, double[] instants, Quirks quirks) {
        PitchTrack pitch = source.pitch();
        if (quirks == Quirks.KEPT) {
            // Quirk of the original: the frames of the pitch are stretched over the instants, whatever their times.
            double[] frames = Interpolation.linspace(1, pitch.count(), pitch.count());
            return Interpolation.linear(frames, pitch.f0(), Interpolation.linspace(1, pitch.count(), instants.length));
        }
        return new Curve(IntStream.of(pitch.numbers()).asDoubleStream().toArray(), pitch.f0()).at(instants, quirks);
    }

    /** Quirk of the original: some tracks are read at equal distances from the first sample to the last instead. */
    private static double[] stretched(double[] instants, int samples, Quirks quirks) {
        if (quirks == Quirks.MENDED) {
            return instants;
        }
        return Arrays.stream(Interpolation.linspace(1, samples, instants.length))
                .map(Rounding::halfAway)
                .toArray();
    }
}
