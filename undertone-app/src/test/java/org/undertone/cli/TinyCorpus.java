package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.corpus.CsdFile;

/** A corpus of seven clips of three speakers, and settings with which everything takes less than a second. */
final class TinyCorpus {
    private static final List<String> SETTINGS = List.of(
            "--set", "pretraining.hidden=4",
            "--set", "pretraining.window.maximumSteps=10",
            "--set", "pretraining.trainer.epochs=2",
            "--set", "fineTuning.window.maximumSteps=10",
            "--set", "fineTuning.trainer.epochs=2");

    private TinyCorpus() {}

    /** Imports it; two speakers are in the fold {@code train}, one in {@code test}. */
    static Path in(Path directory) throws IOException {
        Path corpus = directory.resolve("corpus");
        Path labels = GoldenFiles.csd("contiguous/labels.csd");
        var folds = new StringBuilder("video,fold\n");
        try (var csd = CsdFile.open(labels)) {
            List<String> videos = List.copyOf(csd.videos());
            for (String video : videos) {
                boolean last = video.equals(videos.get(videos.size() - 1));
                folds.append(video).append(last ? ",test\n" : ",train\n");
            }
        }
        Path table = Files.writeString(directory.resolve("folds.csv"), folds);
        run(
                List.of(),
                "import",
                "--acoustic",
                GoldenFiles.csd("contiguous/acoustic.csd").toString(),
                "--labels",
                labels.toString(),
                "--folds",
                table.toString(),
                "--out",
                corpus.toString());
        return corpus;
    }

    /** Pre-trains on it. */
    static Path encoder(Path corpus) {
        Path encoder = corpus.resolveSibling("encoder");
        run(SETTINGS, "pretrain", corpus.toString(), "--out", encoder.toString());
        return encoder;
    }

    /** Pre-trains and fine-tunes on it. */
    static Path model(Path corpus) {
        Path model = corpus.resolveSibling("model");
        run(
                SETTINGS,
                "finetune",
                corpus.toString(),
                "--encoder",
                encoder(corpus).toString(),
                "--labels",
                "all",
                "--out",
                model.toString());
        return model;
    }

    /** A command line with the settings behind it. */
    static String[] quick(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(SETTINGS);
        return all.toArray(String[]::new);
    }

    private static void run(List<String> settings, String... arguments) {
        var test = new TestConsole();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(settings);
        assertThat(test.runAny(all.toArray(String[]::new)))
                .as(test.complained())
                .isZero();
    }
}
