package org.undertone.recognition;

import java.io.IOException;
import org.undertone.model.Prediction;

/**
 * Hears what becomes of recordings: all about the first, then all about the second, and so on, whatever is worked on at a
 * time.
 */
public interface RecognitionListener {
    /**
     * A recording, or the next stretch of it, was judged.
     *
     * @throws IOException where the answer cannot be passed on, which ends the work
     */
    void judged(Recording recording, Prediction prediction) throws IOException;

    /**
     * A recording was judged to its end.
     *
     * @param cut whether it was longer than the model takes, so that what was said holds for a part
     */
    void finished(Recording recording, boolean cut);

    /** A recording cannot be judged, or not to its end; the others go on. */
    void failed(Recording recording, Exception failure);

    /**
     * Called again and again by every thread at work.
     *
     * @throws java.util.concurrent.CancellationException where the work is to end
     */
    void check();
}
