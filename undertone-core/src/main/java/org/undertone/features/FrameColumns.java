package org.undertone.features;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of the columns of a frame, in order: at least one, none blank, none twice.
 *
 * @param names such as {@code F0} or {@code MCEP_12}
 */
public record FrameColumns(List<String> names) {
    /**
     * The 74 parameters COVAREP 1.x computes every 10 ms, under its names and in its order: 11 of the voice source, 25
     * mel-cepstral coefficients, 25 means and 13 deviations of the harmonic model's phase distortion.
     */
    public static final FrameColumns COVAREP = new FrameColumns(Stream.of(
                    Stream.of("F0", "VUV", "NAQ", "QOQ", "H1H2", "PSP", "MDQ", "peakSlope", "Rd", "Rd_conf", "creak"),
                    numbered("MCEP_", 25),
                    numbered("HMPDM_", 25),
                    numbered("HMPDD_", 13))
            .flatMap(group -> group)
            .toList());

    public FrameColumns {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a frame needs at least one column");
        }
        var seen = new HashSet<String>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException(
                        "a column's name must not be blank, but that of column " + names.indexOf(name) + " is");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("column '" + name + "' occurs twice");
            }
        }
    }

    /** Number of columns. */
    public int count() {
        return names.size();
    }

    /**
     * Position of a column.
     *
     * @throws IllegalArgumentException where there is no such column
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "' among " + names);
        }
        return index;
    }

    private static Stream<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number);
    }
}
