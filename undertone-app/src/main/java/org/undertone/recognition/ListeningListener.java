package org.undertone.recognition;

import java.io.IOException;
import org.undertone.model.Prediction;

/** Hears what is said of a voice while it speaks. */
public interface ListeningListener {
    /** The next window was judged. */
    void judged(Prediction prediction) throws IOException;

    /** Called about ten times a second. */
    void heard(Hearing hearing) throws IOException;

    /**
     * Sound was lost because the machine was too slow; the windows before end there, and others begin behind it.
     *
     * @param atSeconds where it is missing
     * @param seconds how much
     */
    void lost(double atSeconds, double seconds) throws IOException;

    /** Whether to end: what was heard by then is judged still. */
    boolean isToEnd();
}
