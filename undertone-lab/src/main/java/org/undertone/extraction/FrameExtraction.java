package org.undertone.extraction;

import java.io.IOException;
import org.undertone.audio.AudioStream;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FrameSink;

/** From samples to frames. For use by one thread, for one recording after the other. */
@FunctionalInterface
public interface FrameExtraction {
    /**
     * Computes the frames of a whole recording.
     *
     * @param audio read to its end; whoever opened it closes it
     * @param sink takes the frames in order of time
     * @throws IOException where the recording is damaged, or has no features
     */
    void extract(AudioStream audio, FrameSink sink) throws IOException;

    /** The one that computes the columns of COVAREP. */
    static FrameExtraction of(FeatureExtractor extractor) {
        return extractor::extract;
    }
}
