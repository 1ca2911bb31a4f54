package org.undertone.baseline;

import java.io.IOException;
import java.util.Arrays;
import org.undertone.corpus.Corpus;

/**
 * Statistics of each column over a clip, the classic input of emotion recognisers: mean, standard deviation, minimum,
 * maximum, percentiles 10, 50 and 90, slope (least squares, per second), and mean and standard deviation over voiced
 * frames (VUV of 0.5 or more) where there is such a column. Values that are not finite are left out; a column without
 * finite values in a clip gives NaN, which {@link Ridge} takes for missing.
 */
public final class Functionals {

    /** Statistics per column. */
    public static final int PER_COLUMN = 10;

    private static final String VOICING = "VUV";
    private static final double VOICED = 0.5;

    private final Corpus corpus;
    private final int columns;
    private final int voicing;

    /** Functionals of clips of a corpus. */
    public Functionals(Corpus corpus) {
        this.corpus = corpus;
        this.columns = corpus.columns().count();
        this.voicing = corpus.columns().names().indexOf(VOICING);
    }

    /** Values per clip. */
    public int width() {
        return columns * PER_COLUMN;
    }

    /** Functionals of a whole clip, uncut: [column * 10 + statistic]. */
    public float[] of(int clip) throws IOException {
        int frames = corpus.frames(clip);
        float[] values = new float[frames * columns];
        corpus.read(clip, 0, frames, values, 0);
        return of(values, frames);
    }

    float[] of(float[] values, int frames) {
        float[] result = new float[width()];
        double[] finite = new double[frames];
        double[] voiced = new double[frames];
        for (int column = 0; column < columns; column++) {
            int n = 0;
            int nVoiced = 0;
            Line line = new Line();
            for (int frame = 0; frame < frames; frame++) {
                double value = values[frame * columns + column];
                if (Double.isFinite(value)) {
                    finite[n++] = value;
                    line.add(frame / corpus.frameRate(), value);
                    if (voicing >= 0 && values[frame * columns + voicing] >= VOICED) {
                        voiced[nVoiced++] = value;
                    }
                }
            }
            int at = column * PER_COLUMN;
            double mean = mean(finite, n);
            result[at] = (float) mean;
            result[at + 1] = (float) deviation(finite, n, mean);
            Arrays.sort(finite, 0, n);
            result[at + 2] = (float) percentile(finite, n, 0);
            result[at + 3] = (float) percentile(finite, n, 1);
            result[at + 4] = (float) percentile(finite, n, 0.1);
            result[at + 5] = (float) percentile(finite, n, 0.5);
            result[at + 6] = (float) percentile(finite, n, 0.9);
            result[at + 7] = (float) line.slope();
            double voicedMean = mean(voiced, nVoiced);
            result[at + 8] = (float) voicedMean;
            result[at + 9] = (float) deviation(voiced, nVoiced, voicedMean);
        }
        return result;
    }

    private static double mean(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum / n;
    }

    /** Population standard deviation. */
    private static double deviation(double[] values, int n, double mean) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / n);
    }

    /** Linear interpolation between order statistics (Hyndman &amp; Fan 1996, type 7). */
    private static double percentile(double[] sorted, int n, double share) {
        if (n == 0) {
            return Double.NaN;
        }
        double position = share * (n - 1);
        int below = (int) position;
        int above = Math.min(below + 1, n - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Least-squares line through points, by running means (no loss of digits far from zero). */
    private static final class Line {
        private int n;
        private double meanX;
        private double meanY;
        private double sumXx;
        private double sumXy;

        void add(double x, double y) {
            n++;
            double dx = x - meanX;
            meanX += dx / n;
            meanY += (y - meanY) / n;
            sumXx += dx * (x - meanX);
            sumXy += dx * (y - meanY);
        }

        double slope() {
            return n < 2 ? 0 : sumXy / sumXx;
        }
    }
}
