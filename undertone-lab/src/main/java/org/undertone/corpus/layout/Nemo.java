package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/**
 * nEMO, emotional speech in Polish (Christop, LREC-COLING 2024): {@code EB0_anger_12} is speaker, emotion, sentence.
 */
public record Nemo() implements Layout {
    private static final NamePattern NAMES = NamePattern.of(
            "nEMO", "([A-Za-z0-9]+)_(anger|fear|happiness|neutral|sadness|surprised?)_(\\d+)", "EB0_anger_12");

    @Override
    public String label() {
        return "nemo";
    }

    @Override
    public SpokenName read(Path file) throws FileFormatException {
        Matcher parts = NAMES.parts(file);
        List<Double> intensities = Emotion.named(parts.group(2))
                .map(emotion -> Intensities.of(emotion, Intensities.PRESENT))
                .orElse(Intensities.NONE);
        return new SpokenName(parts.group(1), parts.group(3), intensities);
    }
}
