package org.undertone.features;

import org.undertone.features.creak.CreakSource;
import org.undertone.features.harmonic.HarmonicColumns;
import org.undertone.features.harmonic.HarmonicFeatures;
import org.undertone.features.harmonic.HarmonicTracks;
import org.undertone.features.source.GlottalFlow;
import org.undertone.features.source.Iaif;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.MaximaDispersion;
import org.undertone.features.source.PeakSlope;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Polarity;
import org.undertone.features.source.Quirks;
import org.undertone.features.source.Sedreams;
import org.undertone.features.source.Srh;
import org.undertone.features.source.Track;
import org.undertone.features.source.VoiceQuality;
import org.undertone.signal.FrameGrid;

/** The 74 columns of COVAREP for one stretch of sound: every stage once, in the order in which they need each other. */
final class CovarepAnalysis implements StretchAnalysis {
    private final StageSettings stages;
    private final Iaif iaif;
    private final VoiceQuality quality;
    private final MaximaDispersion dispersion;
    private final PeakSlope peakSlope;
    private final HarmonicFeatures harmonics;
    private final CreakColumn creak;
    /** Samples of the stretches so far, counted up where right, down where upside down. */
    private double uprightSamples;

    CovarepAnalysis(StageSettings stages, int rate, ExtractorSettings settings) {
        this.stages = stages;
        this.iaif = Iaif.create(rate, stages.glottis());
        this.quality = VoiceQuality.create(rate, stages.glottis());
        this.dispersion = MaximaDispersion.create(rate, stages.glottis());
        this.peakSlope = PeakSlope.create(rate, stages.glottis());
        this.harmonics = HarmonicFeatures.create(rate, stages.harmonics());
        this.creak = new CreakColumn(stages, settings);
    }

    @Override
    public double[] analyse(double[] samples, int rate) throws NoFeaturesException {
        var grid = new FrameGrid(rate, samples.length);
        var table = new FrameTable(grid.count());
        double[] residual = turnUpright(samples, rate);

        Srh srh = Srh.of(samples, rate, stages.pitch().withRange(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ));
        PitchTrack pitch = srh.track(stages.pitch().minHz(), stages.pitch().maxHz());
        table.put("F0", pitch.f0On(grid, stages.quirks()));
        table.put("VUV", pitch.voicingOn(grid));

        int[] closures = closures(samples, residual, rate, pitch);
        putVoiceQuality(samples, residual, closures, grid, table);
        putTrack("peakSlope", peakSlope.of(samples), grid, table);
        putHarmonics(samples, pitch, grid, table);
        PitchTrack slow = srh.track(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ);
        table.put("creak", creak.of(samples, residual, slow, grid));
        return stages.keepsQuirks() ? table.values() : table.finiteValues();
    }

    /** Turns samples and residual the right way up, in place; returns the residual of the order for closures. */
    private double[] turnUpright(double[] samples, int rate) throws NoFeaturesException {
        double[] residual = LpResidual.of(samples, rate, LpResidual.order(rate), stages.quirks());
        var polarity = Polarity.of(samples, residual, rate, stages.quirks());
        if (polarity.isEmpty() && stages.keepsQuirks()) {
            throw new NoFeaturesException("it is silent or too short to tell which way up it is, and recipe "
                    + FeatureRecipe.COVAREP_1_4_2.label() + " stops there; recipe " + FeatureRecipe.COVAREP.label()
                    + " does not");
        }
        // What earlier stretches of the recording say counts too, so that one that is in doubt does not turn over.
        uprightSamples += polarity.orElse(0) * (double) samples.length;
        if (uprightSamples < 0) {
            for (int n = 0; n < samples.length; n++) {
                samples[n] = -samples[n];
                residual[n] = -residual[n];
            }
        }
        return residual;
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

    private void putVoiceQuality(
            double[] samples, double[] residual, int[] closures, FrameGrid grid, FrameTable table) {
        GlottalFlow flow = iaif.flow(samples, closures);
        putTrack("NAQ", quality.naq(flow, closures), grid, table);
        putTrack("QOQ", quality.qoq(flow, closures), grid, table);
        putTrack("H1H2", quality.h1h2(flow, closures), grid, table);
        putTrack("PSP", quality.psp(flow, closures), grid, table);
        putTrack("MDQ", dispersion.of(residual, closures), grid, table);
    }

    private void putHarmonics(double[] samples, PitchTrack pitch, FrameGrid grid, FrameTable table)
            throws NoFeaturesException {
        HarmonicTracks tracks = harmonics.of(samples, pitch.seconds(), pitch.f0());
        if (tracks.hmpd().seconds().length == 0) {
            throw new NoFeaturesException(
                    "it has " + tracks.seconds().length + " frames with whole windows, and recipe "
                            + FeatureRecipe.COVAREP_1_4_2.label() + " needs 73, which is about 0.82 s; recipe "
                            + FeatureRecipe.COVAREP.label() + " works from 0.03 s on");
        }
        HarmonicColumns columns = tracks.onto(grid);
        table.put("Rd", columns.rd());
        table.put("Rd_conf", columns.rdConfidence());
        table.putAll("MCEP_0", columns.melCepstra());
        table.putAll("HMPDM_0", columns.phaseMeans());
        table.putAll("HMPDD_0", columns.phaseDeviations());
    }

    private void putTrack(String column, Track track, FrameGrid grid, FrameTable table) {
        table.put(column, stages.quirks() == Quirks.KEPT ? track.on(grid) : Gaps.linear(track, grid));
    }
}
