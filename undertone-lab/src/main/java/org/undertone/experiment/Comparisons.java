package org.undertone.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.undertone.corpus.Seed;
import org.undertone.metrics.Estimate;
import org.undertone.metrics.Holm;
import org.undertone.metrics.LearningCurve;
import org.undertone.metrics.Metric;
import org.undertone.metrics.RepeatedCurve;
import org.undertone.metrics.Repeats;
import org.undertone.metrics.SignedRank;

/** Paired tests against the baseline, and how well methods use labels. */
final class Comparisons {

    /** Metrics on which methods are compared: the paper's two, and three that a constant cannot fool. */
    static final List<Metric> COMPARED = List.of(Metric.MAE, Metric.ACCURACY4, Metric.CCC, Metric.UAR, Metric.AUROC);

    private static final int RESAMPLES = 2000;

    private final List<ExperimentResults.Method> learners;
    private final List<ExperimentResults.Method> dummies;
    private final Optional<ExperimentResults.Method> reference;
    private final List<Integer> budgets;
    private final ScoreTable table;
    private final int repeats;

    Comparisons(List<ExperimentResults.Method> methods, List<Integer> budgets, ScoreTable table, int repeats) {
        this.reference = methods.stream()
                .filter(method -> method.kind() == MethodKind.BASELINE)
                .findFirst();
        this.learners = methods.stream()
                .filter(method -> method.kind() != MethodKind.DUMMY)
                .toList();
        this.dummies = methods.stream()
                .filter(method -> method.kind() == MethodKind.DUMMY)
                .toList();
        this.budgets = budgets;
        this.table = table;
        this.repeats = repeats;
    }

    List<ExperimentResults.Comparison> tests() {
        List<ExperimentResults.Comparison> all = new ArrayList<>();
        if (reference.isEmpty()) {
            return all;
        }
        for (Metric metric : COMPARED) {
            for (int budget : budgets) {
                all.addAll(family(metric, budget, reference.get().id()));
            }
        }
        return all;
    }

    /** The methods compared at one budget by one metric, among which Holm corrects. */
    private List<ExperimentResults.Comparison> family(Metric metric, int budget, String against) {
        double[] theirs = overall(against, budget, metric);
        List<String> names = new ArrayList<>();
        List<SignedRank> tests = new ArrayList<>();
        for (ExperimentResults.Method method : learners) {
            double[] ours = overall(method.id(), budget, metric);
            int[] both = IntStream.range(0, repeats)
                    .filter(i -> Double.isFinite(ours[i]) && Double.isFinite(theirs[i]))
                    .toArray();
            if (!method.id().equals(against) && both.length > 0) {
                names.add(method.id());
                tests.add(SignedRank.of(pick(ours, both), pick(theirs, both)));
            }
        }
        double[] holm = Holm.adjust(tests.stream().mapToDouble(SignedRank::p).toArray());
        List<ExperimentResults.Comparison> family = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            SignedRank test = tests.get(i);
            family.add(new ExperimentResults.Comparison(
                    names.get(i),
                    against,
                    budget,
                    metric.id(),
                    test.pairs(),
                    test.meanDifference(),
                    OptionalDouble.of(test.p()),
                    OptionalDouble.of(holm[i]),
                    SignedRank.smallestP(test.pairs()),
                    test.rankBiserial()));
        }
        return family;
    }

    /**
     * Label efficiency.
     *
     * @param counted budgets without the one of all labels, which not every method is given
     */
    List<ExperimentResults.Efficiency> efficiencies(List<Integer> counted, long seed) {
        List<ExperimentResults.Efficiency> all = new ArrayList<>();
        if (counted.size() < 2) {
            return all;
        }
        int[] axis = counted.stream().mapToInt(Integer::intValue).toArray();
        for (Metric metric : COMPARED) {
            double dummy = best(dummies, counted.get(counted.size() - 1), metric);
            double ceiling = best(learners, budgets.get(budgets.size() - 1), metric);
            for (ExperimentResults.Method method : learners) {
                all.add(efficiency(method.id(), metric, axis, new Scale(dummy, ceiling), seed));
            }
        }
        return all;
    }

    private record Scale(double dummy, double ceiling) {}

    private ExperimentResults.Efficiency efficiency(String method, Metric metric, int[] axis, Scale scale, long seed) {
        RepeatedCurve ours = curve(method, metric, axis);
        List<String> notes = new ArrayList<>();
        Estimate area = ours.mean().normalizedArea(scale.dummy(), scale.ceiling());
        note(notes, "area", area);
        OptionalDouble ratio = OptionalDouble.empty();
        OptionalDouble crossing = OptionalDouble.empty();
        Optional<ExperimentResults.Interval> interval = Optional.empty();
        if (reference.isPresent() && !reference.get().id().equals(method)) {
            RepeatedCurve theirs = curve(reference.get().id(), metric, axis);
            int last = axis[axis.length - 1];
            LearningCurve mean = ours.mean();
            Estimate match = mean.labelsToMatch(theirs.mean(), last);
            Estimate cross = mean.crossing(theirs.mean());
            note(notes, "labels to match", match);
            note(notes, "crossing", cross);
            ratio = match.value();
            crossing = cross.value();
            interval = ours.labelsToMatchInterval(
                            theirs, last, RESAMPLES, Seed.derive(seed, "labels to match", method, metric))
                    .interval()
                    .map(i -> new ExperimentResults.Interval(i.low(), i.high()));
        }
        return new ExperimentResults.Efficiency(
                method, metric.id(), area.value(), ratio, interval, crossing, String.join("; ", notes));
    }

    private static void note(List<String> notes, String what, Estimate estimate) {
        if (estimate.value().isEmpty()) {
            notes.add(what + ": " + estimate.undefined());
        }
    }

    private RepeatedCurve curve(String method, Metric metric, int[] axis) {
        double[][] scores = new double[repeats][axis.length];
        for (int i = 0; i < axis.length; i++) {
            double[] column = overall(method, axis[i], metric);
            for (int repeat = 0; repeat < repeats; repeat++) {
                scores[repeat][i] = column[repeat];
            }
        }
        return new RepeatedCurve(axis, scores, metric.higherIsBetter());
    }

    /** The best mean of some methods at a budget; NaN where there is none. */
    private double best(List<ExperimentResults.Method> methods, int budget, Metric metric) {
        double best = Double.NaN;
        for (ExperimentResults.Method method : methods) {
            double[] defined = Arrays.stream(overall(method.id(), budget, metric))
                    .filter(Double::isFinite)
                    .toArray();
            if (defined.length > 0) {
                double mean = Repeats.of(defined).mean().value().orElseThrow();
                if (Double.isNaN(best) || (metric.higherIsBetter() ? mean > best : mean < best)) {
                    best = mean;
                }
            }
        }
        return best;
    }

    private double[] overall(String method, int budget, Metric metric) {
        return table.overall(method, budget, repeats, metric);
    }

    private static double[] pick(double[] values, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
    }
}
