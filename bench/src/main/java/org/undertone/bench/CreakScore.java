package org.undertone.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.undertone.features.creak.CreakNetwork;

/** How near predicted posteriors are to the original's. */
final class CreakScore {
    /** Above this the original calls a frame creaky. */
    static final double CREAKY = 0.3;

    private final List<double[]> pairs = new ArrayList<>();

    /** Adds the frames of an example, as {@link CreakExample#targets} has them. */
    void add(CreakNetwork network, CreakExample example) {
        double[] posteriors = network.posteriors(example.features());
        for (int frame = 1; frame <= example.last(); frame++) {
            pairs.add(new double[] {(posteriors[frame - 1] + posteriors[frame]) / 2, example.targets()[frame]});
        }
    }

    void add(CreakScore other) {
        pairs.addAll(other.pairs);
    }

    int frames() {
        return pairs.size();
    }

    double meanAbsoluteError() {
        return pairs.stream()
                .mapToDouble(pair -> Math.abs(pair[0] - pair[1]))
                .average()
                .orElse(Double.NaN);
    }

    double correlation() {
        double x = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
        double y = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            xx += (pair[0] - x) * (pair[0] - x);
            yy += (pair[1] - y) * (pair[1] - y);
            xy += (pair[0] - x) * (pair[1] - y);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** The share of pairs of a creaky frame and another in which the creaky one is predicted higher (Mann and Whitney). */
    double areaUnderCurve() {
        pairs.sort(Comparator.comparingDouble(pair -> pair[0]));
        double below = 0;
        double won = 0;
        double creaky = 0;
        for (int from = 0; from < pairs.size(); ) {
            int to = from;
            int creakyHere = 0;
            while (to < pairs.size() && pairs.get(to)[0] == pairs.get(from)[0]) {
                creakyHere += pairs.get(to)[1] >= CREAKY ? 1 : 0;
                to++;
            }
            double others = to - from - creakyHere;
            won += creakyHere * (below + others / 2);
            below += others;
            creaky += creakyHere;
            from = to;
        }
        return won / (creaky * below);
    }

    long creakyFrames() {
        return pairs.stream().filter(pair -> pair[1] >= CREAKY).count();
    }
}
