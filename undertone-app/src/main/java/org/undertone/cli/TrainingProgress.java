package org.undertone.cli;

import org.undertone.training.TrainingListener;

/** Training as progress in steps, with the losses beside it. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private final ProgressDisplay display;
    private boolean begun;
    private String heldOut = "";

    TrainingProgress(Console console, String task) {
        display = console.progress(task, -1, ProgressUnit.of("steps"));
    }

    @Override
    public void step(long done, long total, double loss) {
        if (!begun) {
            begun = true;
            display.resumeAt(done - 1);
        }
        display.remark("loss " + Figures.decimal(loss) + heldOut);
        display.reach(done, total);
    }

    @Override
    public void epoch(int epoch, double training, double held) {
        heldOut = Double.isNaN(held) ? "" : ", held out " + Figures.decimal(held);
    }

    @Override
    public void close() {
        display.close();
    }
}
