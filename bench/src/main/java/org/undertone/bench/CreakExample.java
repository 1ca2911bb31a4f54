package org.undertone.bench;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.undertone.features.creak.CreakFeatures;
import org.undertone.features.creak.CreakSource;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.Quirks;

/**
 * A recording with what the original says of it.
 *
 * @param name of the file, without ending
 * @param speaker who must not be on both sides of a split
 * @param features {@code [instant][36]}
 * @param targets {@code [frame]}: frame i lies midway between the instants i - 1 and i and has the mean of the original's
 *     posteriors there; the first is none
 */
record CreakExample(String name, String speaker, double[][] features, double[] targets) {
    private static final int CREAK_COLUMN = 10;

    /** EmoDB: 535 utterances of ten speakers, whose numbers begin the names of the files. */
    static List<CreakExample> emoDb(Path data, Quirks quirks) throws IOException {
        List<CreakExample> examples = new ArrayList<>();
        try (HdfFile csd = new HdfFile(data.resolve("emodb-covarep/EMODB_COVAREP.csd"))) {
            for (Path wav : wavFiles(data.resolve("emodb"))) {
                String name = name(wav);
                var rows = (float[][]) csd.getDatasetByPath("/COVAREP/data/" + name + "/features")
                        .getData();
                double[] targets = Arrays.stream(rows)
                        .mapToDouble(row -> row[CREAK_COLUMN])
                        .toArray();
                examples.add(new CreakExample(name, name.substring(0, 2), features(wav, quirks), targets));
            }
        }
        return examples.stream().filter(CreakExample::isMeant).toList();
    }

    /** The golden recordings at 16 kHz. Those from EmoDB have its speakers, all others one of their own. */
    static List<CreakExample> golden(Path data, Quirks quirks) throws IOException {
        List<CreakExample> examples = new ArrayList<>();
        for (Path wav : wavFiles(data.resolve("covarep-golden/wav"))) {
            String name = name(wav);
            double[] posteriors = Files.readAllLines(wav.resolveSibling(name + ".creak.csv")).stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                    .toArray();
            var targets = new double[posteriors.length];
            for (int i = 1; i < targets.length; i++) {
                targets[i] = (posteriors[i - 1] + posteriors[i]) / 2;
            }
            String speaker = name.startsWith("emodb_") ? name.substring(6, 8) : name;
            examples.add(new CreakExample(name, speaker, features(wav, quirks), targets));
        }
        return examples.stream().filter(CreakExample::isMeant).toList();
    }

    /**
     * Whether the original's posteriors tell of the voice. Behind digital silence they tell of the silence alone, which only
     * features with the same quirk can know; the features of such a recording are empty here otherwise.
     */
    private boolean isMeant() {
        return features.length > 0;
    }

    /** Frames that have a target. */
    int last() {
        return Math.min(targets.length, features.length) - 1;
    }

    private static double[][] features(Path wav, Quirks quirks) throws IOException {
        try (var stream = AudioSystem.getAudioInputStream(wav.toFile())) {
            byte[] bytes = stream.readAllBytes();
            var signal = new double[bytes.length / 2];
            for (int i = 0; i < signal.length; i++) {
                signal[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / 32768.0;
            }
            int rate = Math.round(stream.getFormat().getSampleRate());
            double[] original = LpResidual.of(signal, rate, LpResidual.order(rate), Quirks.KEPT);
            if (quirks == Quirks.MENDED && DoubleStream.of(original).anyMatch(Double::isNaN)) {
                return new double[0][];
            }
            return CreakFeatures.of(CreakSource.of(signal, rate, quirks), quirks);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(wav + " is no audio file", e);
        }
    }

    private static List<Path> wavFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path wav) {
        return wav.getFileName().toString().replaceAll("\\.wav$", "");
    }
}
