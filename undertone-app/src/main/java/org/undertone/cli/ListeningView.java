package org.undertone.cli;

import java.io.IOException;
import org.undertone.model.Prediction;
import org.undertone.recognition.Hearing;

/** Shows what is heard and what is said of it. */
interface ListeningView extends AutoCloseable {
    /** The next window was judged. */
    void judged(Prediction prediction) throws IOException;

    /** Sound came, or did not. */
    void heard(Hearing hearing) throws IOException;

    /** A line that stays. */
    void note(String line);

    @Override
    void close();
}
