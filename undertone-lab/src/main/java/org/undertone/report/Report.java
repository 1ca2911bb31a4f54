package org.undertone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.undertone.experiment.ExperimentResults;
import org.undertone.storage.StagedFile;

/** Writes what an experiment found as figures and one self-contained page. */
public final class Report {
    private static final String FIGURES = "figures";

    private Report() {}

    /**
     * Writes {@code figures/*.svg}, {@code figures/*.png} and {@code report.html} into a run directory, each whole or not
     * at all, over those that are there. The same results give the same bytes on the same machine.
     *
     * @throws IOException if a file cannot be written, or this Java has no fonts
     */
    public static void write(ExperimentResults results, Path runDirectory) throws IOException {
        Lettering.require(() -> Lettering.width("0", Lettering.TICK));
        var scores = new ScoreLookup(results);
        Figures figures = Figures.of(scores);
        Path directory = runDirectory.resolve(FIGURES);
        Map<String, String> drawings = new HashMap<>();
        for (Figure figure : figures.all()) {
            String svg = SvgImage.of(figure);
            drawings.put(figure.file(), svg);
            StagedFile.write(
                    directory.resolve(figure.file() + ".svg"),
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n");
            writeBytes(directory.resolve(figure.file() + ".png"), PngImage.of(figure));
        }
        StagedFile.write(runDirectory.resolve("report.html"), Page.html(scores, figures, drawings));
    }

    private static void writeBytes(Path target, byte[] bytes) throws IOException {
        try (StagedFile file = StagedFile.create(target)) {
            file.stream().write(bytes);
            file.commit();
        }
    }
}
