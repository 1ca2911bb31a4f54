package org.undertone.extraction;

import org.undertone.features.Frames;

/** Takes frames as they are computed. */
@FunctionalInterface
public interface FrameSink {
    /** Takes the next frames of the recording. */
    void take(Frames frames);
}
