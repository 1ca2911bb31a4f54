package org.undertone.extraction;

/** Hears how far an extraction has come. Any worker calls it, one at a time; what it throws ends the extraction. */
public interface ExtractionListener {
    /** Does not listen. */
    ExtractionListener NONE = progress -> {};

    /** Called at least once for each recording, and on the way through long ones. */
    void at(ExtractionProgress progress);

    /** A recording has failed; the others go on. */
    default void failed(ExtractionFailure failure) {}
}
