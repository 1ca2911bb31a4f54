package org.undertone.features;

import java.util.Arrays;
import java.util.Map;
import org.undertone.features.source.GlottalFlow;
import org.undertone.features.source.Iaif;
import org.undertone.features.source.MaximaDispersion;
import org.undertone.features.source.Track;
import org.undertone.features.source.VoiceQuality;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Span;

/** The columns that are measured at closure instants: NAQ, QOQ, H1H2, PSP and MDQ. */
final class ClosureColumns {
    /** Closures before and after those asked for that are measured at first. */
    private static final int BEYOND = 2;

    private final StageSettings stages;
    private final Iaif iaif;
    private final VoiceQuality quality;
    private final MaximaDispersion dispersion;

    ClosureColumns(int rate, StageSettings stages) {
        this.stages = stages;
        this.iaif = Iaif.create(rate, stages.glottis());
        this.quality = VoiceQuality.create(rate, stages.glottis());
        this.dispersion = MaximaDispersion.create(rate, stages.glottis());
    }

    /**
     * Where the columns go.
     *
     * @param asked sample numbers of the frames that count
     */
    record Target(FrameGrid grid, Span asked, FrameTable table) {}

    /** Fills the columns in. */
    void put(double[] samples, double[] residual, int[] closures, Target target) {
        int count = closures.length;
        IndexRange near = target.asked().nodes(numbers(closures));
        int beyond = BEYOND;
        IndexRange measured = near.widened(beyond, count);
        Map<String, Track> tracks = tracks(samples, residual, closures, measured);
        // Cycles that cannot be measured are left out: then those farther off count.
        while (!suffice(tracks, measured, count, target.asked())) {
            beyond *= 8;
            measured = near.widened(beyond, count);
            tracks = tracks(samples, residual, closures, measured);
        }
        tracks.forEach((column, track) -> target.table().put(column, stages.on(target.grid(), track)));
    }

    private Map<String, Track> tracks(double[] samples, double[] residual, int[] closures, IndexRange measured) {
        GlottalFlow flow = iaif.flow(samples, closures, measured);
        return Map.of(
                "NAQ", quality.naq(flow, closures, measured),
                "QOQ", quality.qoq(flow, closures, measured),
                "H1H2", quality.h1h2(flow, closures, measured),
                "PSP", quality.psp(flow, closures, measured),
                "MDQ", dispersion.of(residual, closures, measured));
    }

    /** Whether every track has values on both sides of what is asked for, or there are no more to be had. */
    private static boolean suffice(Map<String, Track> tracks, IndexRange measured, int count, Span asked) {
        boolean begun = measured.from() == 0;
        boolean ended = measured.end() == count;
        return tracks.values().stream().map(Track::numbers).allMatch(numbers -> {
            boolean before = begun || numbers.length > 0 && numbers[0] <= asked.first();
            boolean after = ended || numbers.length > 0 && numbers[numbers.length - 1] >= asked.last();
            return before && after;
        });
    }

    private static double[] numbers(int[] closures) {
        return Arrays.stream(closures).mapToDouble(index -> index + 1).toArray();
    }
}
