package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.NoFeaturesException;

/** One directory of golden data: audio files, each with what the original made of it. */
final class GoldenSet {
    private final Path directory;

    GoldenSet(Path directory) {
        this.directory = directory;
    }

    /** All files that the original gives output for, compared under the strict limits; one comparison for each rate. */
    Map<Integer, Comparison> compareByRate() throws IOException {
        var comparisons = new LinkedHashMap<Integer, Comparison>();
        var extractor = FeatureExtractor.create(ExtractorSettings.of(FeatureRecipe.COVAREP_1_4_2));
        for (Path file : GoldenAudio.files(directory)) {
            GoldenAudio audio = GoldenAudio.read(file);
            Path expected = directory.resolve(audio.name() + ".csv");
            if (Files.exists(expected)) {
                var comparison = comparisons.computeIfAbsent(audio.rate(), rate -> new Comparison(Limit.STRICT));
                try {
                    comparison.add(
                            audio.name(), GoldenTable.read(expected), extractor.extract(audio.samples(), audio.rate()));
                } catch (NoFeaturesException e) {
                    comparison.remark(audio.name() + ": the original gives output, we say: " + e.getMessage());
                }
            }
        }
        return comparisons;
    }

    /** What the original and both recipes make of files at the edge of what can be analysed, as a table. */
    String outcomes() throws IOException {
        var text = new StringBuilder("""
                | file | the original | `covarep-1.4.2` | `covarep` |
                |---|---|---|---|
                """);
        for (Path file : GoldenAudio.files(directory)) {
            GoldenAudio audio = GoldenAudio.read(file);
            Path expected = directory.resolve(audio.name() + ".csv");
            String original =
                    Files.exists(expected) ? GoldenTable.read(expected).rows().length + " rows" : "no output";
            text.append("| ").append(audio.name()).append(" | ").append(original);
            for (FeatureRecipe recipe : List.of(FeatureRecipe.COVAREP_1_4_2, FeatureRecipe.COVAREP)) {
                text.append(" | ").append(outcome(audio, recipe));
            }
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String outcome(GoldenAudio audio, FeatureRecipe recipe) {
        try {
            var frames = FeatureExtractor.create(ExtractorSettings.of(recipe)).extract(audio.samples(), audio.rate());
            return frames.count() + " rows";
        } catch (NoFeaturesException e) {
            return "none: " + e.getMessage().replaceFirst(", and recipe.*", "");
        }
    }
}
