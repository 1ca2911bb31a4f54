package org.undertone.features;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.undertone.features.creak.CreakSource;
import org.undertone.features.harmonic.HarmonicColumns;
import org.undertone.features.harmonic.HarmonicFeatures;
import org.undertone.features.harmonic.HarmonicTracks;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.PeakSlope;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Polarity;
import org.undertone.features.source.RollingResidual;
import org.undertone.features.source.RollingSrh;
import org.undertone.features.source.Sedreams;
import org.undertone.features.source.Srh;
import org.undertone.features.source.SrhSettings;
import org.undertone.signal.Excerpt;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Span;

/** The 74 columns of COVAREP for one stretch of sound: every stage once, in the order in which they need each other. */
final class CovarepAnalysis implements StretchAnalysis {
    private final StageSettings stages;
    private final RollingResidual rollingResidual;
    private final Optional<RollingSrh> rollingSrh;
    private final ClosureColumns quality;
    private final PeakSlope peakSlope;
    private final HarmonicFeatures harmonics;
    private final CreakColumn creak;
    private final Executor helper;
    /** Samples of the stretches so far, counted up where right, down where upside down. */
    private double uprightSamples;

    private boolean turned;
    /** Samples of the recording that were asked which way up it is. */
    private long heard;

    /**
     * An analysis.
     *
     * @param helper runs what is independent of the rest
     */
    CovarepAnalysis(StageSettings stages, int rate, ExtractorSettings settings, Executor helper) {
        this.stages = stages;
        this.rollingResidual = RollingResidual.create(rate, LpResidual.order(rate), stages.quirks());
        // The original's quirks concern whole recordings.
        this.rollingSrh =
                stages.keepsQuirks() ? Optional.empty() : Optional.of(RollingSrh.create(rate, pitchSettings()));
        this.quality = new ClosureColumns(rate, stages);
        this.peakSlope = PeakSlope.create(rate, stages.glottis());
        this.harmonics = HarmonicFeatures.create(rate, stages.harmonics());
        this.creak = new CreakColumn(stages, settings);
        this.helper = helper;
    }

    private SrhSettings pitchSettings() {
        return stages.pitch().withRange(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ);
    }

    @Override
    public double[] analyse(Excerpt stretch, IndexRange core) throws NoFeaturesException {
        double[] samples = stretch.samples();
        int rate = stretch.rate();
        var grid = new FrameGrid(rate, samples.length);
        var table = new FrameTable(core);
        // Quirks spread over the whole stretch.
        Span asked = stages.keepsQuirks() ? Span.ALL : grid.span(core);
        Srh srh =
                rollingSrh.map(rolling -> rolling.of(stretch)).orElseGet(() -> Srh.of(samples, rate, pitchSettings()));
        double[] residual = turnUpright(stretch);

        PitchTrack pitch = srh.track(stages.pitch().minHz(), stages.pitch().maxHz());
        // Columns of harmonics and columns of the source need the pitch and nothing of each other.
        var harmonic = SideTask.begin(helper, () -> putHarmonics(stretch, pitch, asked, table));
        try {
            table.put("F0", pitch.f0On(grid, stages.quirks()));
            table.put("VUV", pitch.voicingOn(grid));
            int[] closures = closures(samples, residual, rate, pitch);
            quality.put(samples, residual, closures, new ClosureColumns.Target(grid, asked, table));
            table.put("peakSlope", stages.on(grid, peakSlope.of(samples, asked)));
            PitchTrack slow = srh.track(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ);
            table.put("creak", creak.of(samples, residual, slow, grid, asked));
            harmonic.requireDone();
        } finally {
            harmonic.abandon();
        }
        return stages.keepsQuirks() ? table.values() : table.finiteValues();
    }

    @Override
    public void pass(Excerpt stretch) throws NoFeaturesException {
        turnUpright(stretch);
    }

    /** Turns samples and residual the right way up, in place; returns the residual of the order for closures. */
    private double[] turnUpright(Excerpt stretch) throws NoFeaturesException {
        double[] samples = stretch.samples();
        double[] residual = rollingResidual.of(stretch);
        OptionalInt polarity = polarity(stretch, residual);
        if (polarity.isEmpty() && stages.keepsQuirks()) {
            throw new NoFeaturesException("it is silent or too short to tell which way up it is, and recipe "
                    + FeatureRecipe.COVAREP_1_4_2.label() + " stops there; recipe " + FeatureRecipe.COVAREP.label()
                    + " does not");
        }
        boolean turn = uprightSamples < 0;
        if (turn) {
            for (int n = 0; n < samples.length; n++) {
                samples[n] = -samples[n];
                residual[n] = -residual[n];
            }
        }
        if (turn != turned) {
            harmonics.forget();
        }
        turned = turn;
        return residual;
    }

    /** What the samples say that no stretch before had, and counts that with what those said: none in doubt turns over. */
    private OptionalInt polarity(Excerpt stretch, double[] residual) {
        double[] samples = stretch.samples();
        int first = stages.keepsQuirks() ? 0 : (int) Math.min(samples.length, Math.max(0, heard - stretch.offset()));
        OptionalInt polarity =
                Polarity.of(from(first, samples), from(first, residual), stretch.rate(), stages.quirks());
        uprightSamples += polarity.orElse(0) * (double) (samples.length - first);
        heard = stretch.offset() + samples.length;
        return polarity;
    }

    private static double[] from(int first, double[] values) {
        return first == 0 ? values : Arrays.copyOfRange(values, first, values.length);
    }

    private int[] closures(double[] samples, double[] residual, int rate, PitchTrack pitch) throws NoFeaturesException {
        double medianF0 = pitch.medianF0(stages.pitch().minHz(), stages.pitch().maxHz());
        int[] all = Sedreams.closures(samples, residual, rate, medianF0, stages.quirks());
        int[] voiced = Sedreams.voiced(all, pitch, stages.quirks());
        if (stages.keepsQuirks() && voiced.length < 2) {
            throw new NoFeaturesException("it has fewer than two voiced closure instants, and recipe "
                    + FeatureRecipe.COVAREP_1_4_2.label() + " stops there; recipe " + FeatureRecipe.COVAREP.label()
                    + " does not");
        }
        return voiced;
    }

    private void putHarmonics(Excerpt stretch, PitchTrack pitch, Span asked, FrameTable table)
            throws NoFeaturesException {
        HarmonicTracks tracks = harmonics.of(stretch, pitch.seconds(), pitch.f0(), asked);
        if (tracks.hmpd().seconds().length == 0) {
            throw new NoFeaturesException(
                    "it has " + tracks.seconds().length + " frames with whole windows, and recipe "
                            + FeatureRecipe.COVAREP_1_4_2.label() + " needs 73, which is about 0.82 s; recipe "
                            + FeatureRecipe.COVAREP.label() + " works from 0.03 s on");
        }
        HarmonicColumns columns = tracks.onto(new FrameGrid(stretch.rate(), stretch.length()));
        table.put("Rd", columns.rd());
        table.put("Rd_conf", columns.rdConfidence());
        table.putAll("MCEP_0", columns.melCepstra());
        table.putAll("HMPDM_0", columns.phaseMeans());
        table.putAll("HMPDD_0", columns.phaseDeviations());
    }
}
