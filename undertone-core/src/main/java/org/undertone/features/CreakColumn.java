package org.undertone.features;

import org.undertone.features.creak.CreakDetector;
import org.undertone.features.creak.CreakFeatures;
import org.undertone.features.creak.CreakNetwork;
import org.undertone.features.creak.CreakSource;
import org.undertone.features.source.PitchTrack;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.Span;

/** The column creak: the detector's posterior, brought to the frames. */
final class CreakColumn {
    private final CreakDetector detector;

    CreakColumn(StageSettings stages, ExtractorSettings settings) {
        this.detector = CreakDetector.create(
                stages.quirks(), settings.creakNetwork().orElseGet(() -> CreakNetwork.of(stages.quirks())));
    }

    /**
     * The posteriors at the instants of a grid, {@code [frame]}.
     *
     * @param pitch searched down to {@link CreakSource#LOWEST_HZ}: the pulses of creaky voice are slow
     * @param asked sample numbers of the frames that count
     */
    double[] of(double[] samples, double[] residual, PitchTrack pitch, FrameGrid grid, Span asked) {
        var source = new CreakSource(samples, grid.rate(), residual, pitch);
        double[] instants = CreakFeatures.instants(samples.length, grid.rate());
        return grid.linear(instants, detector.posteriors(source, asked));
    }
}
