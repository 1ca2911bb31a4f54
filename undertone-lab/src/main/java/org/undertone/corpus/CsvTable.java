package org.undertone.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.undertone.storage.FileFormatException;

/** Reads tables whose first line names their columns. */
public final class CsvTable {
    private CsvTable() {}

    /** Takes one line of a table. */
    @FunctionalInterface
    public interface LineReader {
        /**
         * Takes one line.
         *
         * @param place which line it is, for messages: {@code line 12}
         * @param fields one for each column
         */
        void take(String place, List<String> fields) throws IOException;
    }

    /**
     * Reads a table of UTF-8 text, a byte order mark allowed, blank lines skipped.
     *
     * @param header the names that the first line must have
     * @throws FileFormatException naming the line that is not as it must be
     */
    static void read(Path file, List<String> header, LineReader reader) throws IOException {
        LineReader exactly = (place, names) -> {
            if (!names.equals(header)) {
                throw new FileFormatException(
                        file, place, "must be " + String.join(",", header) + " but is " + String.join(",", names));
            }
        };
        read(file, exactly, reader);
    }

    /**
     * Reads a table of UTF-8 text, a byte order mark allowed, blank lines skipped.
     *
     * @param header takes the names of the first line, and refuses those that must not be
     * @param reader takes the other lines, each of as many fields as there are names
     * @throws FileFormatException naming the line that is not as it must be
     */
    public static void read(Path file, LineReader header, LineReader reader) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(file, "file", "is missing");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new InputStreamReader(Files.newInputStream(file), decoder);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            readRecords(file, header, csv.iterator(), reader);
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file, "text", "is not UTF-8", e);
        } catch (CsvParseException e) {
            throw new FileFormatException(file, "text", "is not CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new FileFormatException(file, "text", "is not UTF-8", e);
            }
            throw e.getCause();
        }
    }

    private static void readRecords(Path file, LineReader header, Iterator<CsvRecord> records, LineReader reader)
            throws IOException {
        if (!records.hasNext()) {
            throw new FileFormatException(file, "file", "is empty, expected a line with the names of the columns");
        }
        List<String> names = withoutMark(records.next().getFields());
        header.take("line 1", names);
        while (records.hasNext()) {
            CsvRecord csvRecord = records.next();
            String place = "line " + csvRecord.getStartingLineNumber();
            List<String> fields = csvRecord.getFields();
            if (fields.size() != names.size()) {
                throw new FileFormatException(
                        file, place, "has " + fields.size() + " fields, expected " + names.size());
            }
            reader.take(place, fields);
        }
    }

    private static List<String> withoutMark(List<String> fields) {
        return fields.stream()
                .map(field -> field.startsWith("\uFEFF") ? field.substring(1) : field)
                .map(String::strip)
                .toList();
    }
}
