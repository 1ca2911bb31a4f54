package org.undertone.features;

import java.io.IOException;

/** Takes the frames of a recording, part after part in the order of time. */
@FunctionalInterface
public interface FrameSink {
    /** Takes the next frames, possibly none. */
    void accept(Frames frames) throws IOException;
}
