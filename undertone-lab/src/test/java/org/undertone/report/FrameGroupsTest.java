package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class FrameGroupsTest {
    private static final FrameColumns ONE = new FrameColumns(List.of("a"));

    private static Frames count(int frames) {
        return new Frames(ONE, IntStream.range(0, frames).asDoubleStream().toArray());
    }

    @Test
    void leavesFramesForThemselvesUpToTwoAPixel() {
        assertThat(FrameGroups.of(count(2000)).size()).isEqualTo(1);
        assertThat(FrameGroups.of(count(2001)).size()).isEqualTo(3);
        assertThat(FrameGroups.of(count(360_000)).count()).isEqualTo(1000);
        assertThat(FrameGroups.of(count(0)).count()).isZero();
    }

    @Test
    void putsTheFirstFrameToFiveMilliseconds() {
        assertThat(FrameGroups.of(count(3)).seconds())
                .containsExactly(new double[] {0.005, 0.015, 0.025}, within(1e-12));
    }

    @Test
    void gathersTheFramesThatAreShown() {
        var groups = new FrameGroups(count(7), 3);
        assertThat(groups.seconds()).containsExactly(new double[] {0.015, 0.045, 0.065}, within(1e-12));
        assertThat(groups.quantiles("a", frame -> true, 0.5)).containsExactly(1, 4, 6);
        assertThat(groups.quantiles("a", frame -> true, 1)).containsExactly(2, 5, 6);
        assertThat(groups.quantiles("a", frame -> frame > 3, 0)).containsExactly(Double.NaN, 4, 6);
        assertThat(groups.means("a", frame -> frame != 1)).containsExactly(1, 4, 6);
        assertThat(groups.means("a", frame -> frame < 6)).containsExactly(1, 4, Double.NaN);
    }

    @Test
    void countsNoValueThatIsNoNumber() {
        var groups = new FrameGroups(new Frames(ONE, new double[] {Double.NaN, 2, Double.POSITIVE_INFINITY}), 3);
        assertThat(groups.means("a", frame -> true)).containsExactly(2);
    }
}
