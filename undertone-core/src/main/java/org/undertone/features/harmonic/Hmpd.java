package org.undertone.features.harmonic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.undertone.signal.IndexRange;

/**
 * The phase features of the harmonic model with phase distortion, HMPD (Degottex and Erro, EURASIP JASM 2014): mean and
 * deviation of the phase distortion in short stretches of frames. Frames are added in the order of time, then {@link
 * #track} gives the features of all. Memory: 4 kB a frame.
 */
public final class Hmpd {
    private static final int BINS = PhaseDistortion.BINS;
    private static final int MEAN_FRAMES = 25;
    private static final double LEAST_DEVIATION = 0.001;
    /** Frames on each side that the features of a frame depend on. */
    static final int REACH = MEAN_FRAMES - 1;

    private static final int[] BANDS = PhaseBands.of(BINS, HmpdTrack.MEANS);

    private final HmpdSettings settings;
    private final PhaseDistortion distortion;
    private final MelCepstrum melCepstrum;
    private DoubleSupplier filler;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

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
        var cosines = new double[count][HmpdTrack.MEANS];
        var sines = new double[count][HmpdTrack.MEANS];
        var spread = new double[count][BINS];
        var statistics = new PhaseStatistics(count, !settings.mendsDeviation());
        var phases = new double[count];
        for (int bin = 0; bin < BINS; bin++) {
            for (int t = 0; t < count; t++) {
                phases[t] = rows.get(t)[bin];
            }
            statistics.measure(phases);
            int band = BANDS[bin];
            for (int t = 0; t < count; t++) {
                spread[t][bin] = statistics.deviations()[t];
                if (band >= 0) {
                    cosines[t][band] += statistics.meanCosines()[t];
                    sines[t][band] += statistics.meanSines()[t];
                }
            }
        }
        var means = new double[asked.count()][HmpdTrack.MEANS];
        var deviations = new double[asked.count()][];
        for (int i = 0; i < means.length; i++) {
            int t = asked.from() + i;
            for (int band = 0; band < HmpdTrack.MEANS; band++) {
                means[i][band] = Math.atan2(sines[t][band], cosines[t][band]);
            }
            deviations[i] = melCepstrum.of(floored(spread[row(t, count)]));
        }
        double[] times = seconds.subList(asked.from(), asked.end()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new HmpdTrack(times, means, deviations);
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
