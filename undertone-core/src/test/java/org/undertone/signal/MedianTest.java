package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.signal.Golden.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MedianTest {
    private static final double[] SIGNAL = Golden.values("signal");

    @Test
    void agreesWithNumpy() {
        assertClose(new double[] {Median.of(SIGNAL)}, Golden.values("median.even"), 0);
        assertClose(new double[] {Median.of(Arrays.copyOf(SIGNAL, 119))}, Golden.values("median.odd"), 0);
        assertThat(Median.of(new double[0])).isNaN();
    }

    @Test
    void filterAgreesWithScipyUpToTheEndsAndForWindowsWiderThanTheSignal() {
        assertClose(Median.filter(SIGNAL, 7), Golden.values("median.filter"), 0);
        assertClose(Median.filter(Arrays.copyOf(SIGNAL, 9), 13), Golden.values("median.wide"), 0);
        assertThat(Median.filter(SIGNAL, 1)).isEqualTo(SIGNAL);
        assertThat(Median.filter(new double[0], 3)).isEmpty();
    }

    @Test
    void rejectsAnEvenWidth() {
        assertThatThrownBy(() -> Median.filter(SIGNAL, 4)).hasMessage("a median filter needs an odd width but has 4");
    }
}
