package org.undertone.bench.parity;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.NoFeaturesException;

/** All utterances of EmoDB beside the original's output, which the file keeps in single precision. */
final class EmodbComparison {
    private EmodbComparison() {}

    static Comparison of(Path csd, Path audioDirectory) throws IOException {
        var comparison = new Comparison(Limit.SINGLE);
        var extractor = FeatureExtractor.create(ExtractorSettings.of(FeatureRecipe.COVAREP_1_4_2));
        try (var hdf = new HdfFile(csd)) {
            for (Path file : GoldenAudio.files(audioDirectory)) {
                GoldenAudio audio = GoldenAudio.read(file);
                var dataset = hdf.getDatasetByPath("/COVAREP/data/" + audio.name() + "/features");
                GoldenTable expected = table((float[][]) dataset.getData());
                try {
                    comparison.add(audio.name(), expected, extractor.extract(audio.samples(), audio.rate()));
                } catch (NoFeaturesException e) {
                    comparison.remark(audio.name() + ": the original gives output, we say: " + e.getMessage());
                }
            }
        }
        if (Files.notExists(audioDirectory)) {
            comparison.remark("no audio in " + audioDirectory);
        }
        return comparison;
    }

    private static GoldenTable table(float[][] rows) {
        var values = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            values[row] = new double[rows[row].length];
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = rows[row][column];
            }
        }
        return new GoldenTable(FrameColumns.COVAREP.names(), values);
    }
}
