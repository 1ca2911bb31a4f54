package org.undertone.corpus;

/** Hears how far an import has come. */
public interface ImportProgress {
    /** Does not listen. */
    ImportProgress NONE = (done, total) -> {};

    /**
     * Called after each video, on the importing thread.
     *
     * @param doneBytes uncompressed size of the features of the videos that are done
     * @param totalBytes the same of all videos
     */
    void at(long doneBytes, long totalBytes);
}
