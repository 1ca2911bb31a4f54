package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/**
 * The Crowd-sourced Emotional Multimodal Actors Dataset (Cao et al., IEEE Transactions on Affective Computing 5(4),
 * 2014): {@code 1001_DFA_ANG_XX} is actor, sentence, emotion, level: LO, MD, HI, or XX where none was asked for. One file
 * of the published corpus has X for XX.
 */
public record CremaD() implements Layout {
    private static final NamePattern NAMES = NamePattern.of(
            "CREMA-D", "(\\d{4})_([A-Z]{3})_(ANG|DIS|FEA|HAP|NEU|SAD)_(LO|MD|HI|XX?)", "1001_DFA_ANG_XX");

    @Override
    public String label() {
        return "crema-d";
    }

    @Override
    public SpokenName read(Path file) throws FileFormatException {
        Matcher parts = NAMES.parts(file);
        return new SpokenName(parts.group(1), parts.group(2), intensities(parts.group(3), intensity(parts.group(4))));
    }

    private static double intensity(String level) {
        return switch (level) {
            case "LO" -> 1;
            case "MD" -> 2;
            case "HI" -> 3;
            default -> Intensities.PRESENT;
        };
    }

    private static List<Double> intensities(String emotion, double intensity) {
        return switch (emotion) {
            case "ANG" -> Intensities.of(Emotion.ANGER, intensity);
            case "DIS" -> Intensities.of(Emotion.DISGUST, intensity);
            case "FEA" -> Intensities.of(Emotion.FEAR, intensity);
            case "HAP" -> Intensities.of(Emotion.HAPPINESS, intensity);
            case "SAD" -> Intensities.of(Emotion.SADNESS, intensity);
            // NEU, neutral: the pattern lets no other through.
            default -> Intensities.NONE;
        };
    }
}
