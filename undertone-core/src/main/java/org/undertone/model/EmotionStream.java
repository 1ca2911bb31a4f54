package org.undertone.model;

import java.util.ArrayList;
import java.util.List;
import org.undertone.features.FrameStream;
import org.undertone.features.NoFeaturesException;

/**
 * The timeline of a voice that is followed while it speaks: samples in, predictions out, in constant memory. Not for use by
 * several threads.
 */
public final class EmotionStream {
    private final FrameStream frames;
    private final WindowStream windows;

    EmotionStream(FrameStream frames, WindowStream windows) {
        this.frames = frames;
        this.windows = windows;
    }

    /** How much later than the end of a window its prediction may come, in seconds. */
    public double delaySeconds() {
        return frames.delaySeconds();
    }

    /**
     * Takes sound in.
     *
     * @param samples full scale is [-1, 1), at the rate the stream was made for
     * @return the windows that became complete by it, none most of the time
     * @throws NoFeaturesException where the recording cannot be analysed
     */
    public List<Prediction> push(double[] samples, int offset, int count) throws NoFeaturesException {
        return windows.push(frames.push(samples, offset, count));
    }

    /**
     * Ends the recording.
     *
     * @return its last windows
     * @throws NoFeaturesException where the recording cannot be analysed
     */
    public List<Prediction> finish() throws NoFeaturesException {
        var last = new ArrayList<>(windows.push(frames.finish()));
        last.addAll(windows.finish());
        return last;
    }
}
