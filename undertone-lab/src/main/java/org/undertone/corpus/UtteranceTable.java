package org.undertone.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.StagedFile;

/** Reads and writes {@code utterances.csv}: one line per clip, in the order of the frames. */
final class UtteranceTable {
    static final String FILE = "utterances.csv";

    private static final List<String> HEADER = Stream.concat(
                    Stream.of("id", "source", "group", "start", "end", "split"), Emotion.labels().stream())
            .toList();
    private static final int FIRST_EMOTION = 6;

    private UtteranceTable() {}

    static void write(Path directory, List<Utterance> utterances) throws IOException {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            for (Utterance utterance : utterances) {
                csv.writeRecord(fields(utterance));
            }
        }
        StagedFile.write(directory.resolve(FILE), text.toString());
    }

    private static List<String> fields(Utterance utterance) {
        List<String> fields = new ArrayList<>(List.of(
                utterance.id(),
                utterance.source(),
                utterance.group(),
                Double.toString(utterance.start()),
                Double.toString(utterance.end()),
                utterance.split()));
        for (Emotion emotion : Emotion.values()) {
            fields.add(utterance.labelled() ? Double.toString(utterance.intensity(emotion)) : "");
        }
        return fields;
    }

    static List<Utterance> read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        List<Utterance> utterances = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        CsvTable.read(file, HEADER, (line, fields) -> {
            Utterance utterance = utterance(file, line, fields);
            if (!ids.add(utterance.id())) {
                throw new FileFormatException(file, line, "names clip '" + utterance.id() + "' a second time");
            }
            utterances.add(utterance);
        });
        return List.copyOf(utterances);
    }

    private static Utterance utterance(Path file, String line, List<String> fields) throws FileFormatException {
        List<String> values = fields.subList(FIRST_EMOTION, fields.size());
        List<Double> intensities = new ArrayList<>();
        if (!values.stream().allMatch(String::isEmpty)) {
            for (int emotion = 0; emotion < values.size(); emotion++) {
                intensities.add(number(file, line, HEADER.get(FIRST_EMOTION + emotion), values.get(emotion)));
            }
        }
        double start = number(file, line, "start", fields.get(3));
        double end = number(file, line, "end", fields.get(4));
        try {
            return new Utterance(fields.get(0), fields.get(1), fields.get(2), start, end, fields.get(5), intensities);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file, line, e.getMessage(), e);
        }
    }

    private static double number(Path file, String line, String column, String text) throws FileFormatException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new FileFormatException(file, line, column + " must be a number but is '" + text + "'", e);
        }
    }
}
