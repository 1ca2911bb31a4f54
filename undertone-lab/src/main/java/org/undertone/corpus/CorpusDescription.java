package org.undertone.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a corpus directory says about itself in {@code corpus.json}: what the frames are, where they came from, and what
 * was repaired or left out on the way.
 *
 * @param format {@link #FORMAT}
 * @param version of the format, {@link #VERSION}
 * @param columns names of the columns of a frame, in order
 * @param frameRate frames per second
 * @param clips number of clips
 * @param rows number of frames of all clips together
 * @param framesCrc32c CRC-32C of the bytes of all frames, eight hexadecimal digits
 * @param extraction how the frames were computed from audio, settings by name; empty where they were imported
 * @param sources the files it was made from
 * @param repairs how often each kind of fault was met and mended; a kind that was not met is absent
 * @param missingValues how many values of a column are not finite, kept as they came; columns without are absent
 * @param deadColumns columns whose value never changes
 * @param dropped segments and recordings that became no clip, each with the reason
 * @param warnings sentences for the reader's attention
 */
public record CorpusDescription(
        String format,
        int version,
        List<String> columns,
        double frameRate,
        int clips,
        long rows,
        String framesCrc32c,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> extraction,
        List<Source> sources,
        Map<String, Long> repairs,
        Map<String, Long> missingValues,
        List<String> deadColumns,
        List<Dropped> dropped,
        List<String> warnings) {

    /** The name of the directory's format. */
    public static final String FORMAT = "undertone-corpus";
    /** The version of the directory's format that this release reads and writes. */
    public static final int VERSION = 1;

    /**
     * A file that a corpus was made from.
     *
     * @param role what it gave: {@code audio}; {@code acoustic}, {@code labels}, {@code groups}, {@code folds}
     * @param file its name, without directories
     * @param bytes its size
     * @param sha256 64 hexadecimal digits
     * @param rootName the name of its root group; empty where it has none
     * @param version the version of the dataset that it states; empty where it states none
     */
    public record Source(String role, String file, long bytes, String sha256, String rootName, String version) {}

    /**
     * A segment, or a whole recording, that became no clip.
     *
     * @param id of the clip that it would have become
     * @param start in seconds, as the label file gives it; not a number where none does
     * @param end in seconds, as the label file gives it; not a number where none does
     * @param reason why not
     */
    public record Dropped(String id, double start, double end, String reason) {}

    /** Copies the lists and maps. */
    public CorpusDescription {
        columns = List.copyOf(columns);
        extraction = Ordered.copyOf(extraction);
        sources = List.copyOf(sources);
        repairs = Ordered.copyOf(repairs);
        missingValues = Ordered.copyOf(missingValues);
        deadColumns = List.copyOf(deadColumns);
        dropped = List.copyOf(dropped);
        warnings = List.copyOf(warnings);
    }
}
