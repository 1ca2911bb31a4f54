package org.undertone.extraction;

import java.io.IOException;
import org.undertone.audio.AudioStream;

/** Where the samples of a recording come from: a file ({@link AudioFile}), or a program ({@link GeneratedAudio}). */
public interface AudioSource {
    /** What to call it in the corpus's list of sources. */
    String name();

    /** What to call it in messages; tells apart files of the same name. */
    default String place() {
        return name();
    }

    /** Its size in bytes; what progress is measured by. */
    long bytes() throws IOException;

    /** What its samples are determined by, as 64 hexadecimal digits: equal where they are equal. */
    String sha256() throws IOException;

    /**
     * Opens it; may be done any number of times.
     *
     * @throws org.undertone.storage.FileFormatException where it is no audio, or damaged
     */
    AudioStream open() throws IOException;
}
