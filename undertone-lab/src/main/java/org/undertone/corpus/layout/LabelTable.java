package org.undertone.corpus.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.undertone.corpus.CsvTable;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/**
 * A table that says of each file, or of stretches of it, who speaks and how: columns in any order, {@code file} and as
 * many of {@code group} (or {@code speaker}), {@code start}, {@code end}, {@code split} and the six emotions as are
 * known; the emotions all or none.
 */
public final class LabelTable {
    private static final String FILE = "file";
    private static final String GROUP = "group";
    private static final String START = "start";
    private static final String END = "end";
    private static final String SPLIT = "split";

    private final Path table;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> places = new TreeMap<>();

    /**
     * One line.
     *
     * @param line which it is, for messages
     * @param file as the table names it
     * @param group who speaks; empty where the table does not say
     * @param start in seconds; 0 where the table does not say
     * @param end in seconds; absent where the table does not say: the end of the file
     * @param split empty where the table does not say
     * @param intensities one for each {@link Emotion}, in order; empty where the line has none
     */
    public record Row(
            String line,
            String file,
            String group,
            double start,
            OptionalDouble end,
            String split,
            List<Double> intensities) {}

    private LabelTable(Path table) {
        this.table = table;
    }

    /**
     * Reads a table.
     *
     * @return its lines, in order
     * @throws FileFormatException naming the line that is not as it must be
     */
    public static List<Row> read(Path table) throws IOException {
        var reading = new LabelTable(table);
        CsvTable.read(table, reading::header, reading::line);
        if (reading.rows.isEmpty()) {
            throw new FileFormatException(table, "file", "names no audio file");
        }
        return List.copyOf(reading.rows);
    }

    private void header(String place, List<String> names) throws FileFormatException {
        for (int column = 0; column < names.size(); column++) {
            String name = known(place, names.get(column));
            if (places.put(name, column) != null) {
                throw new FileFormatException(table, place, "has the column '" + name + "' twice");
            }
        }
        if (!places.containsKey(FILE)) {
            throw new FileFormatException(table, place, "has no column 'file'");
        }
        long emotions = Emotion.labels().stream().filter(places::containsKey).count();
        if (emotions != 0 && emotions != Emotion.values().length) {
            throw new FileFormatException(
                    table, place, "must have all six emotions or none, " + String.join(", ", Emotion.labels()));
        }
    }

    private String known(String place, String written) throws FileFormatException {
        String name = written.toLowerCase(Locale.ROOT);
        if (name.equals("speaker")) {
            return GROUP;
        }
        if (List.of(FILE, GROUP, START, END, SPLIT).contains(name)) {
            return name;
        }
        return Emotion.named(name)
                .map(Emotion::label)
                .orElseThrow(() -> new FileFormatException(
                        table,
                        place,
                        "has the column '" + written + "', but known are file, group, start, end, split, "
                                + String.join(", ", Emotion.labels())));
    }

    private void line(String place, List<String> fields) throws FileFormatException {
        String file = field(fields, FILE);
        if (file.isEmpty()) {
            throw new FileFormatException(table, place, "names no file");
        }
        OptionalDouble start = number(place, fields, START, 0, Double.MAX_VALUE);
        OptionalDouble end = number(place, fields, END, 0, Double.MAX_VALUE);
        if (end.isPresent() && end.getAsDouble() <= start.orElse(0)) {
            throw new FileFormatException(
                    table,
                    place,
                    "must end after it starts, but lies at " + start.orElse(0) + " to " + end.getAsDouble() + " s");
        }
        rows.add(new Row(
                place,
                file,
                field(fields, GROUP),
                start.orElse(0),
                end,
                field(fields, SPLIT),
                intensities(place, fields)));
    }

    private List<Double> intensities(String place, List<String> fields) throws FileFormatException {
        var values = new ArrayList<Double>();
        for (Emotion emotion : Emotion.values()) {
            OptionalDouble value = number(place, fields, emotion.label(), Emotion.LOWEST, Emotion.HIGHEST);
            value.ifPresent(values::add);
        }
        if (!values.isEmpty() && values.size() != Emotion.values().length) {
            throw new FileFormatException(
                    table, place, "must have all six intensities or none, but has " + values.size());
        }
        return values;
    }

    private String field(List<String> fields, String name) {
        Integer place = places.get(name);
        return place == null ? "" : fields.get(place).strip();
    }

    private OptionalDouble number(String place, List<String> fields, String name, double least, double most)
            throws FileFormatException {
        String text = field(fields, name);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new FileFormatException(table, place, name + " must be a number but is '" + text + "'", e);
        }
        if (!(value >= least && value <= most)) {
            String range = most == Double.MAX_VALUE ? "be 0 or more" : "lie in [" + least + ", " + most + "]";
            throw new FileFormatException(table, place, name + " must " + range + " but is " + text);
        }
        return OptionalDouble.of(value);
    }
}
