package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/**
 * The Ryerson Audio-Visual Database of Emotional Speech and Song (Livingstone and Russo, PLoS ONE 13(5), 2018): {@code
 * 03-01-06-02-01-01-12} is modality, channel (01 speech, 02 song), emotion (01 neutral to 08 surprised), intensity (01
 * normal, 02 strong), statement, repetition, actor.
 */
public record Ravdess() implements Layout {
    private static final double STRONG = 3;
    private static final NamePattern NAMES = NamePattern.of(
            "RAVDESS", "0[1-3]-0[12]-0([1-8])-0([12])-(0[12])-0[12]-([01]\\d|2[0-4])", "03-01-06-02-01-01-12");

    @Override
    public String label() {
        return "ravdess";
    }

    @Override
    public SpokenName read(Path file) throws FileFormatException {
        Matcher parts = NAMES.parts(file);
        double intensity = parts.group(2).equals("2") ? STRONG : Intensities.PRESENT;
        return new SpokenName(parts.group(4), parts.group(3), intensities(parts.group(1), intensity));
    }

    private static List<Double> intensities(String emotion, double intensity) {
        return switch (emotion) {
            case "3" -> Intensities.of(Emotion.HAPPINESS, intensity);
            case "4" -> Intensities.of(Emotion.SADNESS, intensity);
            case "5" -> Intensities.of(Emotion.ANGER, intensity);
            case "6" -> Intensities.of(Emotion.FEAR, intensity);
            case "7" -> Intensities.of(Emotion.DISGUST, intensity);
            case "8" -> Intensities.of(Emotion.SURPRISE, intensity);
            // 1, neutral, and 2, calm: the pattern lets no other number through.
            default -> Intensities.NONE;
        };
    }
}
