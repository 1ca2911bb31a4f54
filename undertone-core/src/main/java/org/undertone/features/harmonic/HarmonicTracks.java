package org.undertone.features.harmonic;

import java.util.Arrays;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.Interpolation;
import org.undertone.signal.Phase;
import org.undertone.signal.Rounding;

/**
 * The features of harmonics at the instants of their analysis.
 *
 * @param settings how they were computed
 * @param seconds {@code [time]}, of the instants that were not dropped
 * @param rd {@code [time]}
 * @param rdConfidence {@code [time]}
 * @param melCepstra {@code [time][25]}
 * @param hmpd phase distortion at the same instants
 */
public record HarmonicTracks(
        HarmonicFeatureSettings settings,
        double[] seconds,
        double[] rd,
        double[] rdConfidence,
        double[][] melCepstra,
        HmpdTrack hmpd) {
    private static final double FINE_HOP_SECONDS = 0.005;

    /** The columns at the frames of a grid, by linear interpolation; all 0 where there is no instant at all. */
    public HarmonicColumns onto(FrameGrid grid) {
        double[] numbers = settings.numbers(seconds, grid.rate());
        return new HarmonicColumns(
                line(numbers, rd, grid.numbers()),
                line(numbers, rdConfidence, grid.numbers()),
                lines(
                        settings.stretchesMelCepstrum() ? stretched(grid) : numbers,
                        melCepstra,
                        grid.numbers(),
                        HarmonicFeatures.MEL_CEPSTRA),
                phaseMeans(grid),
                phaseDeviations(grid));
    }

    /**
     * Quirk of the original: the mel-cepstra lie evenly between the first and the last sample, whatever their instants and
     * however many were dropped.
     */
    private double[] stretched(FrameGrid grid) {
        double[] numbers = Interpolation.linspace(1, grid.samples(), melCepstra.length);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Rounding.halfAway(numbers[i]);
        }
        return numbers;
    }

    private double[][] phaseMeans(FrameGrid grid) {
        double[] times = hmpd.seconds();
        double[][] means = hmpd.means();
        if (settings.hmpd().fiveMillisecondTrack()) {
            double[] fine = fineTimes();
            means = angles(times, means, fine);
            times = fine;
        }
        return angles(times, means, frameTimes(grid));
    }

    private double[][] phaseDeviations(FrameGrid grid) {
        double[] times = hmpd.seconds();
        double[][] deviations = hmpd.deviations();
        if (settings.hmpd().fiveMillisecondTrack()) {
            double[] fine = fineTimes();
            deviations = lines(times, deviations, fine, HmpdTrack.DEVIATIONS);
            times = fine;
        }
        return lines(times, deviations, frameTimes(grid), HmpdTrack.DEVIATIONS);
    }

    /** Multiples of 5 ms from the first instant to the last. */
    private double[] fineTimes() {
        if (seconds.length == 0) {
            return seconds;
        }
        double last = seconds[seconds.length - 1];
        int first = (int) Math.ceil(seconds[0] / FINE_HOP_SECONDS);
        if ((first - 1) * FINE_HOP_SECONDS >= seconds[0]) {
            first--;
        }
        int end = first;
        while (end * FINE_HOP_SECONDS <= last) {
            end++;
        }
        var times = new double[end - first];
        for (int i = 0; i < times.length; i++) {
            times[i] = (first + i) * FINE_HOP_SECONDS;
        }
        return times;
    }

    private static double[] frameTimes(FrameGrid grid) {
        var times = new double[grid.count()];
        for (int frame = 0; frame < times.length; frame++) {
            times[frame] = grid.seconds(frame);
        }
        return times;
    }

    /** Angles along the shorter way. */
    private double[][] angles(double[] x, double[][] rows, double[] query) {
        var out = new double[query.length][HmpdTrack.MEANS];
        for (int column = 0; column < HmpdTrack.MEANS; column++) {
            double[] angles = column(rows, column);
            Phase.unwrap(angles, angles.length);
            double[] values = line(x, angles, query);
            for (int i = 0; i < query.length; i++) {
                out[i][column] = Phase.wrap(values[i]);
            }
        }
        return out;
    }

    private double[][] lines(double[] x, double[][] rows, double[] query, int columns) {
        var out = new double[query.length][columns];
        for (int column = 0; column < columns; column++) {
            double[] values = line(x, column(rows, column), query);
            for (int i = 0; i < query.length; i++) {
                out[i][column] = values[i];
            }
        }
        return out;
    }

    private double[] line(double[] x, double[] y, double[] query) {
        double[] asked = query;
        if (settings.holdsEnds() && x.length > 0) {
            asked = Arrays.stream(query)
                    .map(q -> Math.max(x[0], Math.min(x[x.length - 1], q)))
                    .toArray();
        }
        double[] values = Interpolation.linear(x, y, asked);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = 0;
            }
        }
        return values;
    }

    private static double[] column(double[][] rows, int column) {
        var values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }
}
