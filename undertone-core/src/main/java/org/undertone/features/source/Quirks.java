package org.undertone.features.source;

/** What becomes of the known defects of the original, COVAREP 1.4.2. */
public enum Quirks {
    /** Kept, so that its figures come out. */
    KEPT,
    /** Mended. */
    MENDED
}
