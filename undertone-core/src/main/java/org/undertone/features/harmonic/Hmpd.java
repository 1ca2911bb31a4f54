package org.undertone.features.harmonic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.undertone.signal.IndexRange;

/**
 * The phase features of the harmonic model with phase distortion, HMPD (Degottex and Erro, EURASIP JASM 2014): mean and
 * deviation of the phase distortion in short stretches of frames. Frames are added in the order of time, then {@link
 * #track} gives the features of all. Memory: 15 kB a frame while it does, 9 kB each of very many.
 */
public final class Hmpd {
    private static final int BINS = PhaseDistortion.BINS;
    private static final int MEAN_FRAMES = 25;
    private static final double LEAST_DEVIATION = 0.001;
    /** Frames on each side that the features of a frame depend on. */
    static final int REACH = MEAN_FRAMES - 1;

    /** Bins that are measured side by side, a divisor of all: many run faster, few take less memory for each frame. */
    private static final int LANES = 57;

    private static final int LANES_OF_MANY_FRAMES = 9;
    private static final int MANY_FRAMES = 4000;

    private static final int[] BANDS = PhaseBands.of(BINS, HmpdTrack.MEANS);

    private final HmpdSettings settings;
    private final PhaseDistortion distortion;
    private final MelCepstrum melCepstrum;
    private DoubleSupplier filler;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    /** For as many frames as there were last. */
    private PhaseStatistics statistics;

    private Hmpd(int rate, HmpdSettings settings) {
        this.settings = settings;
        this.distortion = new PhaseDistortion(rate);
        this.melCepstrum = MelCepstrum.create(rate, BINS, HmpdTrack.DEVIATIONS);
        clear();
    }

    /** Forgets all frames. */
    void clear() {
        var random = new SplittableRandom(settings.seed());
        filler = settings.randomBeyondLast() ? () -> 2 * Math.PI * random.nextDouble() : null;
        rows.clear();
        seconds.clear();
    }

    /**
     * Without frames yet.
     *
     * @param rate samples per second
     */
    public static Hmpd create(int rate, HmpdSettings settings) {
        return new Hmpd(rate, Objects.requireNonNull(settings, "settings"));
    }

    /** Adds the next frame. */
    public void add(HarmonicFrame frame) {
        add(frame.seconds(), distortion(frame));
    }

    /** The phase distortion of a frame, {@code [513]}. */
    double[] distortion(HarmonicFrame frame) {
        return distortion.of(frame, filler);
    }

    /** Adds the next frame by its phase distortion. */
    void add(double instant, double[] distorted) {
        if (!seconds.isEmpty() && !(instant > seconds.get(seconds.size() - 1))) {
            throw new IllegalArgumentException("frames must come in the order of time but one at " + instant
                    + " s follows one at " + seconds.get(seconds.size() - 1) + " s");
        }
        seconds.add(instant);
        rows.add(distorted);
    }

    /**
     * The features of the frames added so far. None at all where the settings do not shorten the filters over time and there
     * are too few frames for them, 72 or fewer: the original stops there with an error.
     */
    public HmpdTrack track() {
        return track(new IndexRange(0, rows.size()));
    }

    /** The features of some of the frames; the others count as far as the filters over time reach. */
    HmpdTrack track(IndexRange asked) {
        int count = rows.size();
        int least = settings.shortensFilters() ? 1 : 3 * (MEAN_FRAMES - 1) + 1;
        if (count < least) {
            return new HmpdTrack(new double[0], new double[0][], new double[0][]);
        }
        var tracks = new Tracks(asked.count());
        // The first and the last frame may take the deviation of their neighbours.
        IndexRange measured = asked.widened(1, count);
        if (statistics == null || statistics.count() != count) {
            int lanes = count > MANY_FRAMES ? LANES_OF_MANY_FRAMES : LANES;
            statistics = new PhaseStatistics(count, lanes, !settings.mendsDeviation());
        }
        for (int bin = 0; bin < BINS; bin += statistics.lanes()) {
            statistics.measure(rows, bin, measured);
            for (int i = 0; i < asked.count(); i++) {
                int t = asked.from() + i;
                System.arraycopy(statistics.deviations()[row(t, count)], 0, tracks.spread[i], bin, statistics.lanes());
                tracks.addMeans(i, bin, statistics.meanCosines()[t], statistics.meanSines()[t]);
            }
        }
        double[] times = seconds.subList(asked.from(), asked.end()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new HmpdTrack(times, tracks.means(), tracks.deviations());
    }

    /** What is being summed up over the bins. */
    private final class Tracks {
        private final double[][] cosines;
        private final double[][] sines;
        private final double[][] spread;

        Tracks(int count) {
            cosines = new double[count][HmpdTrack.MEANS];
            sines = new double[count][HmpdTrack.MEANS];
            spread = new double[count][BINS];
        }

        /** Adds the means of neighbouring bins to those of a frame's bands. */
        void addMeans(int i, int bin, double[] meanCosines, double[] meanSines) {
            for (int lane = 0; lane < meanCosines.length; lane++) {
                int band = BANDS[bin + lane];
                if (band >= 0) {
                    cosines[i][band] += meanCosines[lane];
                    sines[i][band] += meanSines[lane];
                }
            }
        }

        double[][] means() {
            var means = new double[cosines.length][HmpdTrack.MEANS];
            for (int i = 0; i < means.length; i++) {
                for (int band = 0; band < HmpdTrack.MEANS; band++) {
                    means[i][band] = Math.atan2(sines[i][band], cosines[i][band]);
                }
            }
            return means;
        }

        double[][] deviations() {
            return Arrays.stream(spread)
                    .map(deviation -> melCepstrum.of(floored(deviation)))
                    .toArray(double[][]::new);
        }
    }

    /**
     * The frame whose deviation counts for a frame. Odd reflection makes the deviation of the first and the last vanish,
     * whatever the phases; where the settings mend that, their neighbours stand in.
     */
    private int row(int t, int count) {
        return settings.mendsDeviation() && count > 2 ? Math.max(1, Math.min(count - 2, t)) : t;
    }

    private double[] floored(double[] deviation) {
        double[] floored = deviation.clone();
        floored[0] = floored[1];
        for (int bin = 0; bin < BINS; bin++) {
            if (floored[bin] == 0 || settings.mendsDeviation() && floored[bin] < LEAST_DEVIATION) {
                floored[bin] = LEAST_DEVIATION;
            }
        }
        return floored;
    }
}
