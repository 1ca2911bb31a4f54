package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameGridTest {
    @Test
    void countsSampleNumbersFromOne() {
        var grid = new FrameGrid(16000, 480);
        assertThat(grid.numbers()).containsExactly(80, 240, 400);
        assertThat(grid.index(1)).isEqualTo(239);
        assertThat(grid.seconds(1)).isCloseTo(239 / 16000.0, within(1e-15));
    }

    @Test
    void roundsHopAndFirstFrameAtOddRates() {
        var grid = new FrameGrid(22050, 1000);
        assertThat(grid.numbers()).containsExactly(110, 331, 552, 773, 994);
        assertThat(grid.hopSamples()).isEqualTo(221);
    }

    @Test
    void hasTheFrameThatFallsOnTheLastSampleAndNoneAfterIt() {
        assertThat(new FrameGrid(16000, 79).count()).isZero();
        assertThat(new FrameGrid(16000, 80).count()).isEqualTo(1);
        assertThat(new FrameGrid(16000, 239).count()).isEqualTo(1);
        assertThat(new FrameGrid(16000, 240).count()).isEqualTo(2);
    }

    @Test
    void interpolatesAndGivesZeroWhereATrackSaysNothing() {
        double[] track =
                new FrameGrid(16000, 900).linear(new double[] {160, 320, 480, 640}, new double[] {1, 3, Double.NaN, 7});
        assertThat(track).containsExactly(0, 2, 0, 0, 0, 0);
        assertThat(new FrameGrid(16000, 900).linear(new double[0], new double[0]))
                .containsOnly(0);
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> new FrameGrid(0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 Hz");
    }
}
