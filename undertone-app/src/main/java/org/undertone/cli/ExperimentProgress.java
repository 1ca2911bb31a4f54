package org.undertone.cli;

import java.util.ArrayList;
import java.util.List;
import org.undertone.experiment.ExperimentListener;
import org.undertone.experiment.TrialCount;
import org.undertone.training.TrainingListener;

/** An experiment as progress, one display after the other: steps of pre-training, then trials, fold by fold. */
final class ExperimentProgress implements ExperimentListener, AutoCloseable {
    private final Console console;
    private final List<String> failed = new ArrayList<>();
    private TrainingProgress training;
    private ProgressDisplay trials;

    ExperimentProgress(Console console) {
        this.console = console;
    }

    @Override
    public void message(String sentence) {
        if (trials == null) {
            console.complain(sentence);
        } else {
            trials.note(sentence);
        }
    }

    @Override
    public TrainingListener pretraining(int fold, int folds) {
        close();
        training = new TrainingProgress(console, "pretrain" + place(fold, folds));
        return training;
    }

    @Override
    public void preparing(int fold, int folds) {
        close();
        console.interruption().check();
        console.complain("trials: encoding the clips" + place(fold, folds));
    }

    @Override
    public void trial(TrialCount count, String name) {
        if (trials == null) {
            trials = console.progress("trials", count.totalWork(), ProgressUnit.of("labels"));
            trials.resumeAt(count.work());
        }
        trials.remark(count.done() + " of " + count.total() + " trials");
        trials.reach(count.work(), count.totalWork());
    }

    @Override
    public void failed(String name, String reason) {
        failed.add(name);
        message("Trial " + name + " failed: " + reason);
    }

    /** Names of the trials that failed. */
    List<String> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
            training = null;
        }
        if (trials != null) {
            trials.close();
            trials = null;
        }
    }

    private static String place(int fold, int folds) {
        return folds == 1 ? "" : " of fold " + (fold + 1) + " of " + folds;
    }
}
