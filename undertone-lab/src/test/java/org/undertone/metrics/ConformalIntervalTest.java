package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConformalIntervalTest {
    @Test
    void takesTheResidualOfTheRankThatTheTheoremNames() {
        double[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] predictions = {.1, -.2, .3, -.4, .5, -.6, .7, -.8, .9, -1};
        // ceil(11 * .9) = 10th of ten; ceil(11 * .5) = 6th.
        assertThat(ConformalInterval.halfWidth(predictions, labels, .9)).hasValue(1);
        assertThat(ConformalInterval.halfWidth(predictions, labels, .5)).hasValue(.6);
    }

    @Test
    void isNotThereForFewerClipsThanTheShareNeeds() {
        assertThat(ConformalInterval.halfWidth(new double[8], new double[8], .9))
                .isEmpty();
        assertThat(ConformalInterval.halfWidth(new double[9], new double[9], .9))
                .hasValue(0);
        assertThat(ConformalInterval.halfWidth(new double[0], new double[0], .9))
                .isEmpty();
    }

    @Test
    void holdsTheLabelsOfNewClipsAsOftenAsItSays() {
        var random = new Random(3);
        int inside = 0;
        int all = 20_000;
        for (int trial = 0; trial < all; trial++) {
            double[] predictions = random.doubles(19).toArray();
            double[] labels = random.doubles(19).toArray();
            double half = ConformalInterval.halfWidth(predictions, labels, .9).orElseThrow();
            inside += Math.abs(random.nextDouble() - random.nextDouble()) <= half ? 1 : 0;
        }
        // ceil(20 * .9) / 20 = .9 exactly; standard deviation .002.
        assertThat(inside / (double) all).isBetween(.893, .907);
    }

    @Test
    void rejectsWhatIsNoShareAndLabelsThatAreMissing() {
        assertThatThrownBy(() -> ConformalInterval.halfWidth(new double[2], new double[2], 1))
                .hasMessageContaining("coverage must lie in (0, 1) but is 1.0");
        assertThatThrownBy(() -> ConformalInterval.halfWidth(new double[2], new double[1], .9))
                .hasMessageContaining("2 predictions but there are 1");
    }
}
