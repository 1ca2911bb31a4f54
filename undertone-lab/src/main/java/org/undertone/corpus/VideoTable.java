package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.storage.FileFormatException;

/** A table that gives each video one value: its group, or its fold. */
final class VideoTable {
    private VideoTable() {}

    /**
     * Reads a table with the columns {@code video} and {@code column}.
     *
     * @throws FileFormatException naming the line; also where a video has two different values
     */
    static Map<String, String> read(Path file, String column) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        CsvTable.read(file, List.of("video", column), (line, fields) -> {
            String video = fields.get(0).strip();
            String value = fields.get(1).strip();
            if (video.isEmpty() || value.isEmpty()) {
                throw new FileFormatException(file, line, "has no video or no " + column);
            }
            String before = values.put(video, value);
            if (before != null && !before.equals(value)) {
                throw new FileFormatException(
                        file,
                        line,
                        "gives video '" + video + "' the " + column + " '" + value + "', but an earlier line gave it '"
                                + before + "'");
            }
        });
        if (values.isEmpty()) {
            throw new FileFormatException(file, "file", "names no video");
        }
        return values;
    }
}
