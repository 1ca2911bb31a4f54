package org.undertone.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.undertone.features.Frames;

/**
 * The timeline of a recording whose frames arrive piece by piece, in constant memory. Windows begin at every hop; what is
 * left at the end and in no window yet becomes a shorter one. Not for use by several threads.
 */
public final class WindowStream {
    private final EmotionModel model;
    private final WindowSettings settings;
    private final Deque<OpenWindow> open = new ArrayDeque<>();
    private long frames;
    private long covered;

    WindowStream(EmotionModel model, WindowSettings settings) {
        int most = model.description().readout().maximumSteps();
        if (settings.windowFrames() > most) {
            throw new IllegalArgumentException("a window may last at most " + most * Frames.HOP_SECONDS
                    + " s, as the clips this model takes, but lasts " + settings.windowSeconds() + " s");
        }
        this.model = model;
        this.settings = settings;
    }

    /**
     * Takes frames in.
     *
     * @return the windows that became complete, in the order of time
     */
    public List<Prediction> push(Frames more) {
        float[] values = more.toFloats();
        var complete = new ArrayList<Prediction>();
        for (int frame = 0; frame < more.count(); frame++) {
            if (frames % settings.hopFrames() == 0) {
                open.add(new OpenWindow(frames, model.begin()));
            }
            for (OpenWindow window : open) {
                model.step(values, frame * more.columns().count(), window.state(), window.state());
            }
            frames++;
            if (!open.isEmpty() && frames - open.peek().first() == settings.windowFrames()) {
                complete.add(close(open.remove()));
            }
        }
        return complete;
    }

    /** Ends the recording: the last window, shorter than the others, where there are frames in none yet. */
    public List<Prediction> finish() {
        OpenWindow first = open.peek();
        if (first == null || covered == frames) {
            return List.of();
        }
        open.clear();
        return List.of(close(first));
    }

    private Prediction close(OpenWindow window) {
        covered = frames;
        return model.prediction(window.state(), window.first(), frames);
    }

    private record OpenWindow(long first, ModelState state) {}
}
