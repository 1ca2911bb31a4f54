package org.undertone.features.harmonic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.undertone.signal.DigitalFilter;
import org.undertone.signal.Median;
import org.undertone.signal.Window;

/**
 * The phase features of the harmonic model with phase distortion, HMPD (Degottex and Erro, EURASIP JASM 2014): mean and
 * deviation of the phase distortion in short stretches of frames. Frames are added in the order of time, then {@link
 * #track} gives the features of all. Memory: 4 kB a frame.
 */
public final class Hmpd {
    private static final int BINS = PhaseDistortion.BINS;
    private static final int MEAN_FRAMES = 25;
    private static final int DEVIATION_FRAMES = 9;
    private static final double LEAST_DEVIATION = 0.001;

    private final HmpdSettings settings;
    private final PhaseDistortion distortion;
    private final MelCepstrum melCepstrum;
    private final DoubleSupplier filler;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

    private Hmpd(int rate, HmpdSettings settings) {
        this.settings = settings;
        this.distortion = new PhaseDistortion(rate);
        this.melCepstrum = MelCepstrum.create(rate, BINS, HmpdTrack.DEVIATIONS);
        var random = new SplittableRandom(settings.seed());
        this.filler = settings.randomBeyondLast() ? () -> 2 * Math.PI * random.nextDouble() : null;
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
        if (!seconds.isEmpty() && !(frame.seconds() > seconds.get(seconds.size() - 1))) {
            throw new IllegalArgumentException("frames must come in the order of time but one at " + frame.seconds()
                    + " s follows one at " + seconds.get(seconds.size() - 1) + " s");
        }
        seconds.add(frame.seconds());
        rows.add(distortion.of(frame, filler));
    }

    /** The features of the frames added so far. */
    public HmpdTrack track() {
        int count = rows.size();
        if (!settings.shortensFilters() && count <= 3 * (MEAN_FRAMES - 1)) {
            throw new IllegalArgumentException("HMPD as in COVAREP 1.4.2 needs more than " + 3 * (MEAN_FRAMES - 1)
                    + " frames but has " + count + "; the default settings need 1");
        }
        int[] bands = PhaseBands.of(BINS, HmpdTrack.MEANS);
        var bandCosines = new double[count][HmpdTrack.MEANS];
        var bandSines = new double[count][HmpdTrack.MEANS];
        var deviations = new double[count][BINS];
        var box = box(MEAN_FRAMES);
        var shortBox = box(DEVIATION_FRAMES);
        double[] hann = Window.hann(DEVIATION_FRAMES);
        double hannSum = 0;
        for (double v : hann) {
            hannSum += v;
        }
        for (int i = 0; i < hann.length; i++) {
            hann[i] /= hannSum;
        }
        var bell = new DigitalFilter(hann, new double[] {1});
        var phases = new double[count];
        for (int bin = 0; bin < BINS; bin++) {
            for (int t = 0; t < count; t++) {
                phases[t] = rows.get(t)[bin];
            }
            double[] mean = circular(box, phases);
            if (bands[bin] >= 0) {
                for (int t = 0; t < count; t++) {
                    bandCosines[t][bands[bin]] += Math.cos(mean[t]);
                    bandSines[t][bands[bin]] += Math.sin(mean[t]);
                }
            }
            double[] trend = circular(bell, Median.filter(phases, DEVIATION_FRAMES));
            double[] c = new double[count];
            double[] s = new double[count];
            for (int t = 0; t < count; t++) {
                c[t] = Math.cos(phases[t] - trend[t]);
                s[t] = Math.sin(phases[t] - trend[t]);
            }
            c = both(shortBox, c);
            s = both(shortBox, s);
            for (int t = 0; t < count; t++) {
                double z = Math.hypot(c[t], s[t]);
                deviations[t][bin] = z < 1 ? Math.sqrt(-2 * Math.log(z)) : 0;
            }
        }
        double[][] means = new double[count][HmpdTrack.MEANS];
        double[][] compressed = new double[count][];
        for (int t = 0; t < count; t++) {
            for (int b = 0; b < HmpdTrack.MEANS; b++) {
                means[t][b] = Math.atan2(bandSines[t][b], bandCosines[t][b]);
            }
            deviations[t][0] = deviations[t][1];
            for (int bin = 0; bin < BINS; bin++) {
                if (deviations[t][bin] == 0 || settings.floorsDeviation() && deviations[t][bin] < LEAST_DEVIATION) {
                    deviations[t][bin] = LEAST_DEVIATION;
                }
            }
            compressed[t] = melCepstrum.of(deviations[t]);
        }
        return new HmpdTrack(seconds.stream().mapToDouble(v -> v).toArray(), means, compressed);
    }

    private static DigitalFilter box(int n) {
        var b = new double[n];
        java.util.Arrays.fill(b, 1.0 / n);
        return new DigitalFilter(b, new double[] {1});
    }

    private static double[] both(DigitalFilter f, double[] x) {
        return f.filterBothWays(x, Math.min(f.extension(), x.length - 1));
    }

    private static double[] circular(DigitalFilter f, double[] phases) {
        double[] c = new double[phases.length];
        double[] s = new double[phases.length];
        for (int t = 0; t < c.length; t++) {
            c[t] = Math.cos(phases[t]);
            s[t] = Math.sin(phases[t]);
        }
        c = both(f, c);
        s = both(f, s);
        for (int t = 0; t < c.length; t++) {
            c[t] = Math.atan2(s[t], c[t]);
        }
        return c;
    }
}
