package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.features.harmonic.HarmonicAnalysis;
import org.undertone.features.harmonic.HarmonicFrame;
import org.undertone.features.harmonic.HarmonicSettings;
import org.undertone.features.harmonic.MelCepstrum;
import org.undertone.features.harmonic.RdEstimate;
import org.undertone.features.harmonic.RdEstimator;
import org.undertone.features.harmonic.RdSettings;
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
import org.undertone.features.source.VoiceQuality;

/** What the stages give on their own time bases, before the interpolation to 10 ms, beside the original's tracks. */
final class StageComparison {
    private final Path directory;
    private final List<Tally> tallies = new ArrayList<>();

    StageComparison(Path directory) {
        this.directory = directory;
    }

    String table() throws IOException {
        for (Path file : GoldenAudio.files(directory)) {
            compare(GoldenAudio.read(file));
        }
        var text = new StringBuilder("""
                | track | tolerance | values inside | files that keep it | worst file | largest difference |
                |---|---|---|---|---|---|
                """);
        for (Tally tally : tallies) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f %% | %s | %s | %s |%n",
                    tally.limit().title(),
                    tally.limit().tolerances(),
                    100 * tally.share(),
                    tally.kept(),
                    tally.worstFile(),
                    tally.worstDifference()));
        }
        return text.toString();
    }

    private void compare(GoldenAudio audio) throws IOException {
        int rate = audio.rate();
        double[] x = audio.samples();
        double[] residual = LpResidual.of(x, rate, LpResidual.order(rate), Quirks.KEPT);
        int polarity = Polarity.of(x, residual, rate, Quirks.KEPT).orElse(1);
        for (int n = 0; n < x.length; n++) {
            x[n] *= polarity;
            residual[n] *= polarity;
        }
        GoldenTable srh = GoldenTable.read(directory.resolve(audio.name() + ".srh.csv"));
        PitchTrack pitch = Srh.track(x, rate, SrhSettings.COVAREP_1_4_2);
        add(audio, "SRH: F0, Hz", 1e-6, 0.999, srh.column("f0_hz"), pitch.f0());
        add(audio, "SRH: strength", 1e-6, 0.999, srh.column("srh"), pitch.strength());
        int[] all = Sedreams.closures(x, residual, rate, pitch.medianF0(50, 500), Quirks.KEPT);
        instants(audio, "SEDREAMS: closure instants, s", "gci_all", "gci_s", all);
        int[] voiced = Sedreams.voiced(all, pitch, Quirks.KEPT);
        instants(audio, "SEDREAMS: voiced closure instants, s", "gci", "gci_round_s", voiced);
        compareVoice(audio, x, residual, voiced);
        GoldenTable slope = GoldenTable.read(directory.resolve(audio.name() + ".peakslope.csv"));
        double[] slopes =
                PeakSlope.create(rate, GlottalSettings.COVAREP_1_4_2).of(x).values();
        add(audio, "peakSlope of frames", 1e-6, 1, slope.column("peakSlope"), slopes);
        compareSpectra(audio, x, pitch);
    }

    private void compareVoice(GoldenAudio audio, double[] x, double[] residual, int[] voiced) throws IOException {
        int rate = audio.rate();
        GoldenTable quality = GoldenTable.read(directory.resolve(audio.name() + ".gci.csv"));
        GlottalFlow flow = Iaif.create(rate, GlottalSettings.COVAREP_1_4_2).flow(x, voiced);
        var ours = VoiceQuality.create(rate, GlottalSettings.COVAREP_1_4_2);
        add(
                audio,
                "NAQ of cycles",
                1e-4,
                0.99,
                quality.column("NAQ"),
                ours.naq(flow, voiced).values());
        add(
                audio,
                "QOQ of cycles",
                0.02,
                0.99,
                quality.column("QOQ"),
                ours.qoq(flow, voiced).values());
        add(
                audio,
                "H1H2 of cycles, dB",
                0.01,
                0.99,
                quality.column("H1H2"),
                ours.h1h2(flow, voiced).values());
        add(
                audio,
                "PSP of cycles",
                1e-3,
                0.99,
                quality.column("PSP"),
                ours.psp(flow, voiced).values());
        GoldenTable mdq = GoldenTable.read(directory.resolve(audio.name() + ".mdq.csv"));
        double[] dispersion = MaximaDispersion.create(rate, GlottalSettings.COVAREP_1_4_2)
                .of(residual, voiced)
                .values();
        add(audio, "MDQ of cycles", 1e-4, 0.99, mdq.column("MDQ"), dispersion);
    }

    private void compareSpectra(GoldenAudio audio, double[] x, PitchTrack pitch) throws IOException {
        GoldenTable rd = GoldenTable.read(directory.resolve(audio.name() + ".rd.csv"));
        GoldenTable mcep = GoldenTable.read(directory.resolve(audio.name() + ".mcep_frames.csv"));
        var analysis = HarmonicAnalysis.create(audio.rate(), HarmonicSettings.COVAREP_1_4_2);
        var estimator = RdEstimator.create(RdSettings.COVAREP_1_4_2);
        var trueEnvelope = TrueEnvelope.create();
        var cepstrum = MelCepstrum.create(audio.rate(), HarmonicAnalysis.BINS, 25);
        var envelope = new double[HarmonicAnalysis.BINS];
        var estimates = new ArrayList<RdEstimate>();
        var cepstra = new ArrayList<double[]>();
        for (int i = 0; i < pitch.count(); i++) {
            HarmonicFrame frame =
                    analysis.frame(x, pitch.seconds()[i], pitch.f0()[i]).orElse(null);
            if (frame != null) {
                estimates.add(estimator.estimate(frame));
                trueEnvelope.envelope(analysis.logMagnitudes(), TrueEnvelope.order(audio.rate(), frame.f0()), envelope);
                cepstra.add(cepstrum.ofLogarithms(envelope));
            }
        }
        double[] rds = estimates.stream().mapToDouble(RdEstimate::rd).toArray();
        double[] confidences =
                estimates.stream().mapToDouble(RdEstimate::confidence).toArray();
        add(audio, "Rd of frames", 0.01, 0.98, rd.column("Rd"), rds);
        add(audio, "Rd_conf of frames", 0.001, 0.98, rd.column("Rd_conf"), confidences);
        for (int k = 0; k < 25; k++) {
            int coefficient = k;
            double[] ours =
                    cepstra.stream().mapToDouble(row -> row[coefficient]).toArray();
            add(audio, "MCEP of frames", 1e-4, 0.99, mcep.column("MCEP_" + k), ours);
        }
    }

    /** The same sample, that is, within a tenth of a sample. */
    private void instants(GoldenAudio audio, String title, String track, String column, int[] indices)
            throws IOException {
        double[] expected = GoldenTable.read(directory.resolve(audio.name() + "." + track + ".csv"))
                .column(column);
        double[] ours = Arrays.stream(indices)
                .mapToDouble(index -> (double) index / audio.rate())
                .toArray();
        add(audio, title, 0.1 / audio.rate(), 0.995, expected, ours);
    }

    private void add(
            GoldenAudio audio, String title, double tolerance, double share, double[] expected, double[] ours) {
        Tally tally = tallies.stream()
                .filter(existing -> existing.limit().title().equals(title))
                .findFirst()
                .orElseGet(() -> {
                    var created = new Tally(Limit.of(title, ".*", tolerance, share, ""));
                    tallies.add(created);
                    return created;
                });
        for (int i = 0; i < Math.max(expected.length, ours.length); i++) {
            // A value that one of both does not have is outside.
            double theirs = i < expected.length ? expected[i] : Double.NaN;
            tally.add(audio.name(), "value", i, theirs, i < ours.length ? ours[i] : Double.NaN);
        }
    }
}
