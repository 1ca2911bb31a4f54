package org.undertone.features.source;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.Median;
import org.undertone.signal.RationalResampler;
import org.undertone.signal.Rounding;

/**
 * Pitch and voicing by the summation of residual harmonics (Drugman and Alwan, "Joint robust voicing detection and pitch
 * estimation based on residual harmonics", Interspeech 2011). For each frame of the residual of linear prediction and each
 * candidate f in whole Hz: the normalised spectrum at f, 2f .. 5f less that at 1.5f, 2.5f .. 4.5f (equation 1). The best candidate
 * is the pitch, its sum the strength.
 *
 * <p>The sums of all candidates are kept, 8 bytes each for 100 frames a second: ranges within the one of the settings are
 * tracked without looking at the signal again.
 */
public final class Srh {
    /** Signals of a higher rate are brought to this one. */
    public static final int HIGHEST_RATE = 16000;

    private static final double HOP_SECONDS = 0.01;
    private static final double ORDER_PER_KILOHERTZ = 0.75;

    private final SrhSettings settings;
    private final int rate;
    private final int analysisRate;
    private final int[] centres;
    private final int firstWhole;
    private final int endWhole;
    /** {@code [frame][candidate]}, from the settings' lowest pitch on. */
    private final double[][] sums;

    /** For as many samples at the rate of the analysis. */
    Srh(HarmonicSums harmonics, int samples, int rate, FrameGrid grid, IntFunction<double[]> sumsAt) {
        this.settings = harmonics.settings();
        this.rate = rate;
        this.analysisRate = harmonics.rate();
        int half = harmonics.half();
        int last = samples - half;
        this.centres = settings.quirks() == Quirks.KEPT ? centres(half + 1, last) : centresAround(grid, half + 1);
        this.firstWhole = (int) Arrays.stream(centres).filter(c -> c <= half).count();
        this.endWhole = (int) Arrays.stream(centres).filter(c -> c <= last).count();
        this.sums = Arrays.stream(centres).mapToObj(sumsAt).toArray(double[][]::new);
    }

    /**
     * The sums of a signal. Its polarity does not matter.
     *
     * @param signal samples
     * @param rate samples per second, at least ten times the settings' highest pitch
     */
    public static Srh of(double[] signal, int rate, SrhSettings settings) {
        requireRate(rate, settings);
        int analysisRate = Math.min(rate, HIGHEST_RATE);
        double[] narrow = analysisRate == rate ? signal : new RationalResampler(rate, analysisRate).resample(signal);
        double[] residual = LpResidual.of(narrow, analysisRate, order(analysisRate), settings.quirks());
        var harmonics = new HarmonicSums(analysisRate, settings);
        var grid = new FrameGrid(rate, signal.length);
        return new Srh(harmonics, residual.length, rate, grid, centre -> harmonics.at(residual, centre));
    }

    static void requireRate(int rate, SrhSettings settings) {
        int least = 2 * HarmonicSums.HARMONICS * settings.maxHz();
        if (rate < least) {
            throw new IllegalArgumentException("pitch up to " + settings.maxHz() + " Hz needs a rate of " + least
                    + " Hz or more but it is " + rate + " Hz");
        }
    }

    /** Order of the linear prediction at the rate of the analysis. */
    static int order(int analysisRate) {
        return Rounding.toInt(ORDER_PER_KILOHERTZ * analysisRate / 1000);
    }

    /** The track of a signal over the whole range of the settings. */
    public static PitchTrack track(double[] signal, int rate, SrhSettings settings) {
        return of(signal, rate, settings).track(settings.minHz(), settings.maxHz());
    }

    /**
     * The track over a range within that of the settings. A first pass finds the median pitch of the clear frames; the second
     * looks from half of it to its double.
     */
    public PitchTrack track(int minHz, int maxHz) {
        if (minHz < settings.minHz() || maxHz > settings.maxHz() || minHz > maxHz) {
            throw new IllegalArgumentException("a range of pitch must lie in [" + settings.minHz() + ", "
                    + settings.maxHz() + "] Hz but is from " + minHz + " to " + maxHz + " Hz");
        }
        var f0 = new double[centres.length];
        var strength = new double[centres.length];
        pick(minHz, maxHz, f0, strength);
        double median = medianOfClearFrames(f0, strength);
        if (!Double.isNaN(median)) {
            int low = Math.max(minHz, Rounding.toInt(0.5 * median));
            int high = Math.min(maxHz, Rounding.toInt(2 * median));
            if (low != minHz || high != maxHz) {
                pick(low, high, f0, strength);
            }
        }
        double threshold = deviation(voters(strength)) > settings.spread()
                ? settings.voicedStrengthWhenSpread()
                : settings.voicedStrength();
        var voiced = new boolean[centres.length];
        for (int frame = 0; frame < voiced.length; frame++) {
            voiced[frame] = strength[frame] > threshold;
        }
        return new PitchTrack(seconds(), numbers(), f0, strength, voiced);
    }

    private double[] seconds() {
        // Quirk of the original: a sample number counted from 1 over the rate is taken for the time.
        int late = settings.quirks() == Quirks.KEPT ? 0 : 1;
        return Arrays.stream(centres)
                .mapToDouble(centre -> (double) (centre - late) / analysisRate)
                .toArray();
    }

    private int[] numbers() {
        return Arrays.stream(centres).map(this::number).toArray();
    }

    /** The sample number, at the rate of the signal, of one at the rate of the analysis; both counted from 1. */
    private int number(int centre) {
        // Quirk of the original: it counts from 1, which matters where the rates differ.
        int late = settings.quirks() == Quirks.KEPT ? 0 : 1;
        return Rounding.toInt((double) (centre - late) / analysisRate * rate) + late;
    }

    /** Sample numbers of the analysis, counted from 1. */
    private int[] centres(int first, int last) {
        int hop = Rounding.toInt(HOP_SECONDS * analysisRate);
        var centres = new int[last < first ? 0 : (last - first) / hop + 1];
        for (int frame = 0; frame < centres.length; frame++) {
            centres[frame] = first + frame * hop;
        }
        return centres;
    }

    /**
     * The same instants, from the last one at or before the first of a grid to the first one at or after its last.
     *
     * @param start an instant that is among them, or would be
     */
    private int[] centresAround(FrameGrid grid, int start) {
        if (grid.count() == 0) {
            return new int[0];
        }
        int hop = Rounding.toInt(HOP_SECONDS * analysisRate);
        int first = start;
        while (number(first) > grid.number(0)) {
            first -= hop;
        }
        int last = first;
        while (number(last) < grid.number(grid.count() - 1)) {
            last += hop;
        }
        return centres(first, last);
    }

    /** The best candidate of each frame, the lowest of equals; only a sum above 0 is one. */
    private void pick(int low, int high, double[] f0, double[] strength) {
        for (int frame = 0; frame < f0.length; frame++) {
            // Quirk of the original: its list of candidates begins at 1 Hz, with sums of 0 up to the lowest pitch.
            f0[frame] = settings.quirks() == Quirks.KEPT ? 1 : 0;
            strength[frame] = 0;
            for (int f = low; f <= high; f++) {
                double sum = sums[frame][f - settings.minHz()];
                if (sum > strength[frame]) {
                    strength[frame] = sum;
                    f0[frame] = f;
                }
            }
        }
    }

    private double medianOfClearFrames(double[] f0, double[] strength) {
        double[] voters = voters(strength);
        double[] pitches = voters(f0);
        int clear = 0;
        for (int i = 0; i < voters.length; i++) {
            if (voters[i] > settings.clearStrength()) {
                pitches[clear++] = pitches[i];
            }
        }
        return Median.of(Arrays.copyOf(pitches, clear));
    }

    /** Frames that reach beyond the signal tell less: range and threshold are left to the others if there are any. */
    private double[] voters(double[] track) {
        return endWhole > firstWhole ? Arrays.copyOfRange(track, firstWhole, endWhole) : track.clone();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}
