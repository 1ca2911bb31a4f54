package org.undertone.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.creak.CreakDetector;
import org.undertone.features.creak.CreakFeatures;
import org.undertone.features.creak.CreakSource;
import org.undertone.features.harmonic.HarmonicAnalysis;
import org.undertone.features.harmonic.HarmonicFeatureSettings;
import org.undertone.features.harmonic.HarmonicFeatures;
import org.undertone.features.harmonic.HarmonicFrame;
import org.undertone.features.harmonic.HarmonicTracks;
import org.undertone.features.harmonic.Hmpd;
import org.undertone.features.harmonic.MelCepstrum;
import org.undertone.features.harmonic.RdEstimate;
import org.undertone.features.harmonic.RdEstimator;
import org.undertone.features.harmonic.TrueEnvelope;
import org.undertone.features.source.GlottalFlow;
import org.undertone.features.source.GlottalSettings;
import org.undertone.features.source.Iaif;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.MaximaDispersion;
import org.undertone.features.source.PeakSlope;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Polarity;
import org.undertone.features.source.Quirks;
import org.undertone.features.source.Sedreams;
import org.undertone.features.source.Srh;
import org.undertone.features.source.SrhSettings;
import org.undertone.features.source.Track;
import org.undertone.features.source.VoiceQuality;
import org.undertone.signal.FrameGrid;

/** The stages of a recipe in the order of the extractor, and the CPU time of this thread that each takes. */
final class FeatureStages {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOWEST_F0 = 50;
    private static final int HIGHEST_F0 = 500;

    private final Quirks quirks;
    private final SrhSettings pitch;
    private final GlottalSettings glottis;
    private final HarmonicFeatureSettings harmonics;
    private final CreakDetector creak;
    private final double[] seconds = new double[FeatureStage.values().length];
    private long since;

    FeatureStages(FeatureRecipe recipe) {
        boolean original = recipe == FeatureRecipe.COVAREP_1_4_2;
        this.quirks = original ? Quirks.KEPT : Quirks.MENDED;
        this.pitch = original ? SrhSettings.COVAREP_1_4_2 : SrhSettings.DEFAULT;
        this.glottis = original ? GlottalSettings.COVAREP_1_4_2 : GlottalSettings.DEFAULT;
        this.harmonics = original ? HarmonicFeatureSettings.covarep142(1) : HarmonicFeatureSettings.DEFAULT;
        this.creak = CreakDetector.create(quirks);
    }

    /** CPU time of this thread. */
    static double cpuSeconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    /** CPU seconds per stage since the object was made. */
    double[] seconds() {
        return seconds.clone();
    }

    /** Runs all stages on a signal. */
    void run(double[] signal, int rate) {
        double[] samples = signal.clone();
        var grid = new FrameGrid(rate, samples.length);
        begin();
        double[] residual = LpResidual.of(samples, rate, LpResidual.order(rate), quirks);
        end(FeatureStage.RESIDUAL);
        if (Polarity.of(samples, residual, rate, quirks).orElse(1) < 0) {
            Arrays.setAll(samples, n -> -samples[n]);
            Arrays.setAll(residual, n -> -residual[n]);
        }
        end(FeatureStage.POLARITY);
        Srh srh = Srh.of(samples, rate, pitch.withRange(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ));
        PitchTrack track = srh.track(LOWEST_F0, HIGHEST_F0);
        PitchTrack slow = srh.track(CreakSource.LOWEST_HZ, CreakSource.HIGHEST_HZ);
        end(FeatureStage.PITCH);
        int[] all = Sedreams.closures(samples, residual, rate, track.medianF0(LOWEST_F0, HIGHEST_F0), quirks);
        int[] closures = Sedreams.voiced(all, track, quirks);
        end(FeatureStage.CLOSURES);
        runVoiceQuality(samples, residual, closures, grid);
        HarmonicTracks tracks = runHarmonics(samples, rate, track);
        var source = new CreakSource(samples, rate, LpResidual.withoutNaN(residual), slow);
        double[] posteriors = creak.posteriors(source);
        end(FeatureStage.CREAK);
        track.f0On(grid, quirks);
        track.voicingOn(grid);
        grid.linear(CreakFeatures.instants(samples.length, rate), posteriors);
        tracks.onto(grid);
        end(FeatureStage.FRAMES);
    }

    private void runVoiceQuality(double[] samples, double[] residual, int[] closures, FrameGrid grid) {
        GlottalFlow flow = Iaif.create(grid.rate(), glottis).flow(samples, closures);
        end(FeatureStage.FLOW);
        var quality = VoiceQuality.create(grid.rate(), glottis);
        Track[] ofCycles = {
            quality.naq(flow, closures),
            quality.qoq(flow, closures),
            quality.h1h2(flow, closures),
            quality.psp(flow, closures)
        };
        end(FeatureStage.QUALITY);
        Track dispersion = MaximaDispersion.create(grid.rate(), glottis).of(residual, closures);
        end(FeatureStage.DISPERSION);
        Track slope = PeakSlope.create(grid.rate(), glottis).of(samples);
        end(FeatureStage.SLOPE);
        for (Track cycles : ofCycles) {
            cycles.on(grid);
        }
        dispersion.on(grid);
        slope.on(grid);
        end(FeatureStage.FRAMES);
    }

    private HarmonicTracks runHarmonics(double[] samples, int rate, PitchTrack pitch) {
        var analysis = HarmonicAnalysis.create(rate, harmonics.analysis());
        var shapes = RdEstimator.create(harmonics.rd());
        var trueEnvelope = TrueEnvelope.create();
        var cepstrum = MelCepstrum.create(rate, HarmonicAnalysis.BINS, HarmonicFeatures.MEL_CEPSTRA);
        var hmpd = Hmpd.create(rate, harmonics.hmpd());
        var times = new double[pitch.count()];
        var rd = new double[pitch.count()];
        var confidence = new double[pitch.count()];
        var melCepstra = new double[pitch.count()][];
        var envelope = new double[HarmonicAnalysis.BINS];
        int count = 0;
        for (int i = 0; i < pitch.count(); i++) {
            HarmonicFrame frame =
                    analysis.frame(samples, pitch.seconds()[i], pitch.f0()[i]).orElse(null);
            end(FeatureStage.SINUSOIDS);
            if (frame == null) {
                continue;
            }
            RdEstimate shape = shapes.estimate(frame);
            end(FeatureStage.SOURCE_SHAPE);
            trueEnvelope.envelope(analysis.logMagnitudes(), TrueEnvelope.order(rate, frame.f0()), envelope);
            end(FeatureStage.ENVELOPE);
            melCepstra[count] = cepstrum.ofLogarithms(envelope);
            end(FeatureStage.MEL_CEPSTRUM);
            hmpd.add(frame);
            end(FeatureStage.PHASES);
            times[count] = frame.seconds();
            rd[count] = shape.rd();
            confidence[count++] = shape.confidence();
        }
        var phases = hmpd.track();
        end(FeatureStage.PHASES);
        return new HarmonicTracks(
                harmonics,
                Arrays.copyOf(times, count),
                Arrays.copyOf(rd, count),
                Arrays.copyOf(confidence, count),
                Arrays.copyOf(melCepstra, count),
                phases);
    }

    private void begin() {
        since = THREADS.getCurrentThreadCpuTime();
    }

    /** Counts the time since the stage before to a stage. */
    private void end(FeatureStage stage) {
        long now = THREADS.getCurrentThreadCpuTime();
        seconds[stage.ordinal()] += (now - since) / 1e9;
        since = now;
    }
}
