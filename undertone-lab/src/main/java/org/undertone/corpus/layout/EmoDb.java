package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/**
 * The Berlin Database of Emotional Speech (Burkhardt et al., Interspeech 2005): {@code 03a01Fa} is speaker 03, sentence
 * a01, the first letter of the German word for the emotion, version a. Boredom is none of the six emotions.
 */
public record EmoDb() implements Layout {
    private static final NamePattern NAMES =
            NamePattern.of("EmoDB", "(\\d{2})([a-z]\\d{2})([WLEAFTN])[a-z]", "03a01Fa");

    @Override
    public String label() {
        return "emodb";
    }

    @Override
    public SpokenName read(Path file) throws FileFormatException {
        Matcher parts = NAMES.parts(file);
        return new SpokenName(parts.group(1), parts.group(2), intensities(parts.group(3)));
    }

    private static List<Double> intensities(String letter) {
        return switch (letter) {
            case "W" -> Intensities.of(Emotion.ANGER, Intensities.PRESENT);
            case "E" -> Intensities.of(Emotion.DISGUST, Intensities.PRESENT);
            case "A" -> Intensities.of(Emotion.FEAR, Intensities.PRESENT);
            case "F" -> Intensities.of(Emotion.HAPPINESS, Intensities.PRESENT);
            case "T" -> Intensities.of(Emotion.SADNESS, Intensities.PRESENT);
            // L, boredom, and N, neutral: the pattern lets no other letter through.
            default -> Intensities.NONE;
        };
    }
}
