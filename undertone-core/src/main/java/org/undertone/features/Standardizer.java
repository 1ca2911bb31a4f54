package org.undertone.features;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Mean and standard deviation of each column, and the map {@code (x - mean) / deviation} made of them. Values that are
 * not finite (COVAREP writes -Inf for digital silence) are missing: they count for no statistic and become the settings'
 * missing value. Dead columns become 0 throughout.
 *
 * @param mean {@code [column]}, in the units of the column
 * @param standardDeviation {@code [column]}, of the population (divided by n), in the units of the column
 */
public record Standardizer(
        FrameColumns columns, double[] mean, double[] standardDeviation, StandardizerSettings settings) {
    /** Columns are gone through one by one within blocks of this many frames, which fit the second-level cache. */
    private static final int BLOCK_FRAMES = 256;

    public Standardizer {
        Objects.requireNonNull(settings, "settings");
        mean = requireFinite("mean", mean, columns, -Double.MAX_VALUE);
        standardDeviation = requireFinite("standard deviation", standardDeviation, columns, 0);
    }

    private static double[] requireFinite(String what, double[] values, FrameColumns columns, double least) {
        if (values.length != columns.count()) {
            throw new IllegalArgumentException(
                    what + " must have one value for each of " + columns.count() + " columns but has " + values.length);
        }
        for (int column = 0; column < values.length; column++) {
            if (!(values[column] >= least && values[column] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(what + " of column '"
                        + columns.names().get(column) + "' must be finite and at least " + least + " but is "
                        + values[column]);
            }
        }
        return values.clone();
    }

    /** Begins to gather the statistics of columns. */
    public static Fitter fitter(FrameColumns columns, StandardizerSettings settings) {
        return new Fitter(columns, settings);
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] standardDeviation() {
        return standardDeviation.clone();
    }

    /** Names of the columns that do not vary, in order. */
    public List<String> deadColumns() {
        return IntStream.range(0, columns.count())
                .filter(this::isDead)
                .mapToObj(columns.names()::get)
                .toList();
    }

    private boolean isDead(int column) {
        return !(standardDeviation[column] > settings.deviationFloor() * Math.max(1, Math.abs(mean[column])));
    }

    /**
     * Standardises frames in place.
     *
     * @param frames {@code [time][column]}, row-major
     * @param offset index of the first frame's first value
     * @param count number of frames
     */
    public void apply(float[] frames, int offset, int count) {
        Objects.checkFromIndexSize(offset, Math.multiplyExact(count, columns.count()), frames.length);
        for (int first = 0; first < count; first += BLOCK_FRAMES) {
            applyBlock(frames, offset + first * mean.length, Math.min(BLOCK_FRAMES, count - first));
        }
    }

    private void applyBlock(float[] frames, int offset, int count) {
        float missing = (float) settings.missingValue();
        for (int column = 0; column < mean.length; column++) {
            boolean dead = isDead(column);
            int at = offset + column;
            for (int frame = 0; frame < count; frame++, at += mean.length) {
                float value = frames[at];
                if (dead) {
                    frames[at] = 0;
                } else if (Float.isFinite(value)) {
                    double score = (value - mean[column]) / standardDeviation[column];
                    frames[at] = (float) Math.max(-settings.clip(), Math.min(settings.clip(), score));
                } else {
                    frames[at] = missing;
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardizer that
                && columns.equals(that.columns)
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(standardDeviation, that.standardDeviation)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, Arrays.hashCode(mean), Arrays.hashCode(standardDeviation), settings);
    }

    @Override
    public String toString() {
        return "Standardizer of " + columns.count() + " columns, dead: " + deadColumns();
    }

    /**
     * Gathers count, mean and sum of squared deviations of each column in one pass over any number of blocks, in
     * double. Blocks are combined as Chan, Golub and LeVeque (1979) combine samples, so neither the order of blocks nor
     * who gathered them matters beyond rounding. Not for use by several threads: give each its own and merge them.
     */
    public static final class Fitter {
        private final FrameColumns columns;
        private final StandardizerSettings settings;
        private final long[] count;
        private final double[] mean;
        private final double[] squares;
        private long frames;

        private Fitter(FrameColumns columns, StandardizerSettings settings) {
            this.columns = Objects.requireNonNull(columns, "columns");
            this.settings = Objects.requireNonNull(settings, "settings");
            this.count = new long[columns.count()];
            this.mean = new double[columns.count()];
            this.squares = new double[columns.count()];
        }

        /**
         * Takes frames into account.
         *
         * @param values {@code [time][column]}, row-major
         * @param offset index of the first frame's first value
         * @param added number of frames
         */
        public void add(float[] values, int offset, int added) {
            int width = columns.count();
            Objects.checkFromIndexSize(offset, Math.multiplyExact(added, width), values.length);
            for (int first = 0; first < added; first += BLOCK_FRAMES) {
                int begin = offset + first * width;
                addBlock(values, begin, begin + Math.min(BLOCK_FRAMES, added - first) * width);
            }
            frames += added;
        }

        private void addBlock(float[] block, int offset, int end) {
            int width = columns.count();
            for (int column = 0; column < width; column++) {
                long finite = 0;
                double sum = 0;
                for (int at = offset + column; at < end; at += width) {
                    if (Float.isFinite(block[at])) {
                        finite++;
                        sum += block[at];
                    }
                }
                if (finite > 0) {
                    double blockMean = sum / finite;
                    double blockSquares = 0;
                    for (int at = offset + column; at < end; at += width) {
                        if (Float.isFinite(block[at])) {
                            double deviation = block[at] - blockMean;
                            blockSquares += deviation * deviation;
                        }
                    }
                    combine(column, finite, blockMean, blockSquares);
                }
            }
        }

        /** Takes into account what another fitter of the same columns has gathered. */
        public void merge(Fitter other) {
            if (!columns.equals(other.columns)) {
                throw new IllegalArgumentException(
                        "statistics of columns " + other.columns.names() + " do not fit those of " + columns.names());
            }
            for (int column = 0; column < count.length; column++) {
                if (other.count[column] > 0) {
                    combine(column, other.count[column], other.mean[column], other.squares[column]);
                }
            }
            frames += other.frames;
        }

        private void combine(int column, long otherCount, double otherMean, double otherSquares) {
            long total = count[column] + otherCount;
            double difference = otherMean - mean[column];
            double share = (double) otherCount / total;
            squares[column] += otherSquares + difference * difference * count[column] * share;
            mean[column] += difference * share;
            count[column] = total;
        }

        /** Number of frames taken into account. */
        public long frames() {
            return frames;
        }

        /** How many values of each column were not finite. */
        public long[] missing() {
            return Arrays.stream(count).map(finite -> frames - finite).toArray();
        }

        /**
         * The standardizer of all frames so far. A column without a finite value has mean and deviation 0.
         *
         * @throws IllegalStateException before the first frame
         */
        public Standardizer fit() {
            if (frames == 0) {
                throw new IllegalStateException("a standardizer needs at least one frame");
            }
            var deviation = new double[count.length];
            Arrays.setAll(deviation, column -> Math.sqrt(squares[column] / Math.max(1, count[column])));
            return new Standardizer(columns, mean, deviation, settings);
        }
    }
}
