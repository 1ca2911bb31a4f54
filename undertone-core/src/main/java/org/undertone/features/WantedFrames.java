package org.undertone.features;

import java.io.IOException;
import java.util.Arrays;

/** Passes on those frames that lie in a range. */
final class WantedFrames implements FrameSink {
    private final FrameRange range;
    private final FrameSink sink;
    private long at;

    /**
     * A filter.
     *
     * @param at number of the first frame that will come
     */
    WantedFrames(FrameRange range, long at, FrameSink sink) {
        this.range = range;
        this.at = at;
        this.sink = sink;
    }

    /** Whether no further frame is wanted. */
    boolean complete() {
        return at >= range.end();
    }

    @Override
    public void accept(Frames frames) throws IOException {
        int width = frames.columns().count();
        int from = (int) Math.max(0, Math.min(frames.count(), range.first() - at));
        int to = (int) Math.max(0, Math.min(frames.count(), range.end() - at));
        at += frames.count();
        if (from < to) {
            double[] values = Arrays.copyOfRange(frames.values(), from * width, to * width);
            sink.accept(new Frames(frames.columns(), values));
        }
    }
}
