package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.undertone.signal.Fourier;
import org.undertone.signal.Window;

/** Against its slow twin, which thins the maxima of the whole spectrum. */
class H1H2Test {
    private static final int[] RATES = {2000, 4001, 8000};

    @Property(tries = 150)
    void agreesWithTheWholeSpectrum(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 50, max = 480) int f0,
            @ForAll @IntRange(min = 0, max = 1000) int place,
            @ForAll @IntRange(min = 0, max = 10) int noise,
            @ForAll long seed) {
        int rate = RATES[which];
        int period = rate / f0;
        var random = new SplittableRandom(seed);
        double decay = random.nextDouble(0.2, 1.2);
        var derivative = new double[1001];
        for (int n = 0; n < derivative.length; n++) {
            double phase = (double) n % period / period;
            derivative[n] = Math.pow(phase, 1 / decay) + noise / 5.0 * random.nextDouble(-1, 1);
        }
        var cycle = new GlottalCycle(Math.max(0, place - period), place, period);
        double fast = new H1H2(rate).of(derivative, cycle);
        double slow = slow(derivative, place, period, rate);
        if (Double.isNaN(slow)) {
            assertThat(fast).isNaN();
        } else {
            assertThat(fast).isCloseTo(slow, within(1e-6));
        }
    }

    private static double slow(double[] derivative, int place, int period, int rate) {
        int half = (int) Math.floor(1.5 * period + 0.5);
        int first = Math.max(0, place - half);
        int last = Math.min(derivative.length - 1, place + half);
        double[] frame = Window.hamming(last - first + 1);
        for (int n = 0; n < frame.length; n++) {
            frame[n] *= derivative[first + n];
        }
        var powers = new double[rate];
        new Fourier(rate).powers(frame, powers);
        for (int bin = rate / 2 + 1; bin < rate; bin++) {
            powers[bin] = powers[rate - bin];
        }
        double f0 = (double) rate / period;
        List<Integer> maxima = thinned(maxima(powers), powers, f0 / 2);
        if (maxima.size() < 5) {
            return Double.NaN;
        }
        return 10 * Math.log10(powers[nearest(maxima, f0)] / powers[nearest(maxima, 2 * f0)]);
    }

    private static List<Integer> maxima(double[] powers) {
        var maxima = new ArrayList<Integer>();
        for (int bin = 1; bin + 1 < powers.length; bin++) {
            // Around half of an odd rate two bins mirror each other: of equals the middle counts.
            int last = bin;
            while (last + 1 < powers.length && powers[last + 1] == powers[bin]) {
                last++;
            }
            if (powers[bin] > powers[bin - 1] && last + 1 < powers.length && powers[bin] > powers[last + 1]) {
                maxima.add((bin + last) / 2);
            }
        }
        return maxima;
    }

    private static List<Integer> thinned(List<Integer> maxima, double[] powers, double distance) {
        var yielding = new HashSet<Integer>();
        for (int i = 1; i < maxima.size(); i++) {
            int left = maxima.get(i - 1);
            int right = maxima.get(i);
            if (right - left <= distance) {
                yielding.add(powers[right] <= powers[left] ? right : left);
            }
        }
        if (yielding.isEmpty()) {
            return maxima;
        }
        return thinned(maxima.stream().filter(bin -> !yielding.contains(bin)).toList(), powers, distance);
    }

    private static int nearest(List<Integer> maxima, double hertz) {
        return maxima.stream()
                .min((a, b) -> Double.compare(Math.abs(a + 1 - hertz), Math.abs(b + 1 - hertz)))
                .orElseThrow();
    }
}
