package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import org.undertone.experiment.ExperimentResults;

/** The figures of a report: learning curves, those of the paper under its numbers, and the losses of pre-training. */
record Figures(List<Figure> learning, List<Figure> paper, List<Figure> training) {
    static Figures of(ScoreLookup scores) {
        ExperimentResults results = scores.results();
        var curves = new CurveFigures(scores);
        List<Figure> learning = new ArrayList<>();
        scores.metric(MetricNotes.CCC).ifPresent(m -> learning.add(curves.overall("A", "figureA-ccc", m)));
        scores.metric(MetricNotes.UAR).ifPresent(m -> learning.add(curves.overall("B", "figureB-uar", m)));
        scores.metric(MetricNotes.AUROC).ifPresent(m -> learning.add(curves.overall("C", "figureC-auroc", m)));
        List<Figure> paper = new ArrayList<>();
        paper.add(DistributionFigure.of(results, "1", "figure1-emotions"));
        var accuracy = scores.metric(MetricNotes.ACCURACY);
        var error = scores.metric(MetricNotes.MAE);
        accuracy.ifPresent(m -> paper.add(curves.overall("4", "figure4-accuracy", m)));
        error.ifPresent(m -> paper.add(curves.overall("5", "figure5-mae", m)));
        accuracy.ifPresent(m -> paper.add(curves.byEmotion("6", "figure6-accuracy-by-emotion", m)));
        error.ifPresent(m -> paper.add(curves.byEmotion("7", "figure7-mae-by-emotion", m)));
        return new Figures(learning, paper, LossFigure.of(results.losses(), "D", "figureD-pretraining-loss"));
    }

    List<Figure> all() {
        List<Figure> all = new ArrayList<>(learning);
        all.addAll(paper);
        all.addAll(training);
        return all;
    }
}
