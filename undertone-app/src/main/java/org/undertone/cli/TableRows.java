package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.undertone.model.EmotionScore;
import org.undertone.model.Prediction;

/**
 * A table for people whose rows come one by one, so that the widths of its columns are settled before the first: two digits
 * behind the point, a mark at what counts as present, uncertainties once below.
 */
final class TableRows implements PredictionRows {
    private static final int WIDEST_FILE = 48;
    private static final int TIME = 7;
    private static final String GAP = "  ";
    private static final char PRESENT = '*';

    private final List<String> emotions;
    private final List<OptionalDouble> uncertainties;
    private final PrintStream out;
    private final int fileWidth;
    private boolean empty = true;

    /**
     * A table.
     *
     * @param files what will stand in its first column
     * @param uncertainties one for each emotion
     */
    TableRows(List<String> files, List<String> emotions, List<OptionalDouble> uncertainties, PrintStream out) {
        this.emotions = emotions;
        this.uncertainties = uncertainties;
        this.out = out;
        int longest = files.stream().mapToInt(String::length).max().orElse(0);
        this.fileWidth = Math.max("file".length(), Math.min(WIDEST_FILE, longest));
    }

    @Override
    public void begin() {
        // A table without rows would be a heading over nothing.
    }

    private void heading() {
        var cells = new ArrayList<String>(List.of(left("file", fileWidth), right("start", TIME), right("end", TIME)));
        emotions.forEach(emotion -> cells.add(right(emotion, width(emotion) - 1) + " "));
        print(cells);
    }

    @Override
    public void row(String file, Prediction prediction) {
        if (empty) {
            heading();
            empty = false;
        }
        var cells = new ArrayList<String>();
        cells.add(left(shortened(Cells.printable(file)), fileWidth));
        cells.add(right(time(prediction.startSeconds()), TIME));
        cells.add(right(time(prediction.endSeconds()), TIME));
        for (EmotionScore score : prediction.scores()) {
            String number = String.format(Locale.ROOT, "%.2f", score.intensity());
            cells.add(right(number, width(score.emotion()) - 1) + (score.present() ? PRESENT : ' '));
        }
        print(cells);
    }

    @Override
    public void end() {
        if (empty) {
            return;
        }
        out.println();
        out.println(
                "Times are in seconds. A score estimates how strongly annotators would hear an emotion, from 0 to 3;");
        out.println("what is marked " + PRESENT + " counts as present. What somebody feels, no score says.");
        out.println(uncertainty());
    }

    private String uncertainty() {
        var parts = new ArrayList<String>();
        for (int emotion = 0; emotion < emotions.size(); emotion++) {
            String name = emotions.get(emotion);
            uncertainties
                    .get(emotion)
                    .ifPresent(half -> parts.add(name + " " + String.format(Locale.ROOT, "%.2f", half)));
        }
        return parts.isEmpty()
                ? "How uncertain they are was not measured for this model."
                : "Uncertainty (nine in ten labels lay within plus or minus so much): " + String.join(", ", parts)
                        + ".";
    }

    private static int width(String emotion) {
        return Math.max(5, emotion.length()) + 1;
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    /** The end of a long name tells it from others. */
    private String shortened(String name) {
        return name.length() <= fileWidth ? name : "..." + name.substring(name.length() - fileWidth + 3);
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - cell.length())) + cell;
    }

    private void print(List<String> cells) {
        out.println(String.join(GAP, cells).stripTrailing());
    }
}
