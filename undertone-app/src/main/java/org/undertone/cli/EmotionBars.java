package org.undertone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.undertone.model.EmotionScore;

/**
 * Scores as bars on a scale from 0 to 3, a line for each emotion: name, intensity, mark of presence, uncertainty, and a bar
 * that ends in the middle of its band of uncertainty. The narrower the lines, the more is left out of them, from the back.
 */
final class EmotionBars {
    private static final double SCALE = 3;
    private static final int LONGEST_BAR = 60;
    private static final int SHORTEST_BAR = 6;
    private static final int NARROW_COLUMNS = 36;
    private static final int ROOMY_COLUMNS = 60;
    private static final int SHORT_NAME = 4;

    private final List<String> emotions;
    private final int columns;
    private final boolean blocks;
    private final int nameWidth;

    /**
     * Bars.
     *
     * @param columns characters that a line may have
     * @param blocks whether characters outside ASCII can be shown
     */
    EmotionBars(List<String> emotions, int columns, boolean blocks) {
        this.emotions = emotions;
        this.columns = columns;
        this.blocks = blocks;
        int longest = emotions.stream().mapToInt(String::length).max().orElse(0);
        this.nameWidth = columns < NARROW_COLUMNS ? Math.min(SHORT_NAME, longest) : longest;
    }

    /** The lines of scores, the scale below them. */
    List<String> of(List<EmotionScore> scores) {
        List<String> lines = new ArrayList<>();
        for (EmotionScore score : scores) {
            String intensity = String.format(Locale.ROOT, "%5.2f", score.intensity());
            String mark = score.present() ? "*" : " ";
            lines.add(cut(figures(score.emotion(), intensity, mark, score.uncertainty()) + bar(score)));
        }
        lines.add(scale());
        return lines;
    }

    /** The same lines before there are scores. */
    List<String> withoutScores() {
        List<String> lines = new ArrayList<>();
        emotions.forEach(emotion -> lines.add(cut(figures(emotion, "    -", " ", OptionalDouble.empty()))));
        lines.add(scale());
        return lines;
    }

    private String figures(String emotion, String intensity, String mark, OptionalDouble uncertainty) {
        String name = emotion.substring(0, Math.min(nameWidth, emotion.length()));
        String sign = blocks ? "\u00b1" : "+-";
        String half =
                uncertainty.isPresent() ? sign + String.format(Locale.ROOT, "%.2f", uncertainty.getAsDouble()) : "";
        return name
                + " ".repeat(nameWidth - name.length())
                + " " + intensity + mark + " "
                + (columns < ROOMY_COLUMNS ? "" : String.format("%-8s", half));
    }

    private int barWidth() {
        int room = columns - figures("", "    -", " ", OptionalDouble.empty()).length();
        return room < SHORTEST_BAR ? 0 : Math.min(LONGEST_BAR, room);
    }

    private String bar(EmotionScore score) {
        int width = barWidth();
        var bar = new StringBuilder();
        for (int cell = 0; cell < width; cell++) {
            double at = SCALE * (cell + 0.5) / width;
            boolean filled = at < score.intensity();
            boolean uncertain =
                    Math.abs(at - score.intensity()) < score.uncertainty().orElse(0);
            bar.append(mark(filled, uncertain));
        }
        return bar.toString();
    }

    private char mark(boolean filled, boolean uncertain) {
        if (filled) {
            return uncertain ? (blocks ? '\u2593' : '=') : blocks ? '\u2588' : '#';
        }
        return uncertain ? (blocks ? '\u2591' : '-') : ' ';
    }

    /** The numbers below the bars, each where the bar of such a score ends; empty where there are no bars. */
    private String scale() {
        int width = barWidth();
        if (width == 0) {
            return "";
        }
        var ticks = new char[width + 1];
        Arrays.fill(ticks, ' ');
        for (int score = 0; score <= SCALE; score++) {
            int at = (int) Math.round(score * width / SCALE);
            ticks[Math.min(at, width - 1)] = (char) ('0' + score);
        }
        int before = figures("", "    -", " ", OptionalDouble.empty()).length();
        return cut(" ".repeat(before) + new String(ticks));
    }

    private String cut(String line) {
        return line.substring(0, Math.min(columns, line.length())).stripTrailing();
    }
}
