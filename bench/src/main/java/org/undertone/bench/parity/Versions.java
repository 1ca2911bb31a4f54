package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.features.harmonic.HarmonicColumns;
import org.undertone.features.harmonic.HarmonicFeatureSettings;
import org.undertone.features.harmonic.HarmonicFeatures;
import org.undertone.features.harmonic.HarmonicSettings;
import org.undertone.features.harmonic.HmpdSettings;
import org.undertone.features.harmonic.RdSettings;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Polarity;
import org.undertone.features.source.Quirks;
import org.undertone.features.source.Srh;
import org.undertone.features.source.SrhSettings;
import org.undertone.signal.FrameGrid;

/** Output of the original that differs from its main one: another random seed, an older version. */
final class Versions {
    private final Path directory;

    Versions(Path directory) {
        this.directory = directory;
    }

    /** The original beside itself with another seed: the best that anybody can agree with it. */
    Comparison anotherSeed() throws IOException {
        var comparison = new Comparison(limits(limit -> limit.title().matches("HMPDM_24|HMPDD.*")));
        for (Path file : GoldenAudio.files(directory)) {
            String name = file.getFileName().toString().replaceFirst("\\.wav$", "");
            Path other = directory.resolve(name + ".seed2.csv");
            if (Files.exists(other)) {
                comparison.add(
                        name, GoldenTable.read(directory.resolve(name + ".csv")), frames(GoldenTable.read(other)));
            }
        }
        return comparison;
    }

    /** Rd by the paper's formula, as recipe {@code covarep} uses it, on the frames of the original, beside version 1.4.1. */
    Comparison papersRd() throws IOException {
        var comparison = new Comparison(limits(limit -> limit.title().startsWith("Rd")));
        for (Path file : GoldenAudio.files(directory)) {
            GoldenAudio audio = GoldenAudio.read(file);
            Path expected = directory.resolve(audio.name() + ".v141.csv");
            if (Files.exists(expected)) {
                comparison.add(audio.name(), GoldenTable.read(expected), papersRd(audio));
            }
        }
        return comparison;
    }

    private static Frames papersRd(GoldenAudio audio) {
        int rate = audio.rate();
        double[] x = audio.samples();
        double[] residual = LpResidual.of(x, rate, LpResidual.order(rate), Quirks.KEPT);
        int polarity = Polarity.of(x, residual, rate, Quirks.KEPT).orElse(1);
        for (int n = 0; n < x.length; n++) {
            x[n] *= polarity;
        }
        PitchTrack pitch = Srh.track(x, rate, SrhSettings.COVAREP_1_4_2);
        var settings = new HarmonicFeatureSettings(
                HarmonicSettings.COVAREP_1_4_2,
                RdSettings.COVAREP_1_4_1,
                HmpdSettings.covarep142(1),
                true,
                true,
                false);
        HarmonicColumns columns = HarmonicFeatures.create(rate, settings)
                .of(x, pitch.seconds(), pitch.f0())
                .onto(new FrameGrid(rate, x.length));
        int width = FrameColumns.COVAREP.count();
        var values = new double[columns.rd().length * width];
        for (int row = 0; row < columns.rd().length; row++) {
            values[row * width + FrameColumns.COVAREP.index("Rd")] = columns.rd()[row];
            values[row * width + FrameColumns.COVAREP.index("Rd_conf")] = columns.rdConfidence()[row];
        }
        return new Frames(FrameColumns.COVAREP, values);
    }

    private static List<Limit> limits(Predicate<Limit> wanted) {
        return Limit.STRICT.stream().filter(wanted).toList();
    }

    private static Frames frames(GoldenTable table) {
        int width = table.columns().size();
        var values = new double[table.rows().length * width];
        for (int row = 0; row < table.rows().length; row++) {
            System.arraycopy(table.rows()[row], 0, values, row * width, width);
        }
        return new Frames(FrameColumns.COVAREP, values);
    }
}
