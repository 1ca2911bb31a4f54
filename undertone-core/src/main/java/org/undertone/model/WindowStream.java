package org.undertone.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

/**
 * The timeline of a recording whose frames arrive piece by piece, in constant memory. Windows begin at every hop; what is
 * left at the end and in no window yet becomes a shorter one. Not for use by several threads.
 */
public final class WindowStream {
    private final EmotionModel model;
    private final WindowSettings settings;
    private final FrameBlock block;
    private final Deque<OpenWindow> open = new ArrayDeque<>();
    private ColumnSelection columns;
    private long frames;
    private long covered;
    private boolean finished;

    WindowStream(EmotionModel model, WindowSettings settings) {
        int most = model.description().readout().maximumSteps();
        if (settings.windowFrames() > most) {
            throw new IllegalArgumentException("a window may last at most " + most * Frames.HOP_SECONDS
                    + " s, as the clips this model takes, but lasts " + settings.windowSeconds() + " s");
        }
        this.model = model;
        this.settings = settings;
        this.block = model.block(settings.mostOpen());
    }

    /**
     * Takes frames in.
     *
     * @param more have the columns that the model takes, in any order and among others
     * @return the windows that became complete, in the order of time
     * @throws IllegalArgumentException where a column is missing
     * @throws IllegalStateException after the end
     */
    public List<Prediction> push(Frames more) {
        if (finished) {
            throw new IllegalStateException("the recording is finished; open another timeline for the next");
        }
        float[] values = selection(more.columns()).of(more);
        var complete = new ArrayList<Prediction>();
        int done = 0;
        while (done < more.count()) {
            if (frames % settings.hopFrames() == 0) {
                open.add(new OpenWindow(frames, model.begin()));
            }
            // Up to the next beginning or end of a window, all open ones see the same frames.
            long next = settings.hopFrames() - frames % settings.hopFrames();
            if (!open.isEmpty()) {
                next = Math.min(next, open.peek().first() + settings.windowFrames() - frames);
            }
            int count = (int) Math.min(next, more.count() - done);
            block.advance(
                    values, done, count, open.stream().map(OpenWindow::state).toList());
            done += count;
            frames += count;
            if (!open.isEmpty() && frames - open.peek().first() == settings.windowFrames()) {
                complete.add(close(open.remove()));
            }
        }
        return complete;
    }

    private ColumnSelection selection(FrameColumns from) {
        if (columns == null || !columns.from().equals(from)) {
            columns = model.selection(from);
        }
        return columns;
    }

    /** Ends the recording: the last window, shorter than the others, where there are frames in none yet. */
    public List<Prediction> finish() {
        finished = true;
        OpenWindow first = open.peek();
        if (first == null || covered == frames) {
            return List.of();
        }
        open.clear();
        return List.of(close(first));
    }

    /** Windows that have begun and are not complete. */
    int openWindows() {
        return open.size();
    }

    private Prediction close(OpenWindow window) {
        covered = frames;
        return model.prediction(window.state(), window.first(), frames);
    }

    private record OpenWindow(long first, ModelState state) {}
}
