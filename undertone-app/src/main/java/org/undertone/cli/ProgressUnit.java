package org.undertone.cli;

/**
 * What progress is counted in.
 *
 * @param name as shown, in the plural
 * @param parts how many of the smallest parts (bytes) make one unit (megabyte); 1 for things that are counted
 */
record ProgressUnit(String name, long parts) {
    /** Bytes, shown as megabytes of 2^20. */
    static final ProgressUnit MEGABYTES = new ProgressUnit("MB", 1 << 20);

    /** Bytes, shown as kilobytes of 2^10. */
    static final ProgressUnit KILOBYTES = new ProgressUnit("kB", 1 << 10);

    ProgressUnit {
        if (parts < 1) {
            throw new IllegalArgumentException("a unit has 1 part or more, not " + parts);
        }
    }

    /** Things that are counted, such as {@code clips}. */
    static ProgressUnit of(String name) {
        return new ProgressUnit(name, 1);
    }
}
