package org.undertone.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.undertone.audio.AudioStream;

/** What sound can be recorded with. */
public interface Microphones {
    /** Their names, the machine's own order. */
    List<String> names();

    /**
     * Begins to record, one channel.
     *
     * @param name one of the names, or part of one; empty for the first
     * @param rate samples per second; empty for the first that the microphone offers of 16, 48, 44.1, 32 and 8 kHz
     * @throws IOException where there is none of that name, or it cannot be had
     */
    AudioStream open(Optional<String> name, Optional<Integer> rate) throws IOException;

    /** Those of this machine, through the Java library. */
    static Microphones ofMachine() {
        return new SampledMicrophones(SoundLines.ofMachine());
    }
}
