package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.signal.Golden.assertClose;

import org.junit.jupiter.api.Test;

class InterpolationTest {
    @Test
    void agreesWithNumpyInAnyOrderOfQueries() {
        double[] x = Golden.values("interpolation.x");
        double[] y = Golden.values("interpolation.y");
        assertClose(
                Interpolation.linear(x, y, Golden.values("interpolation.query")),
                Golden.values("interpolation.values"),
                1e-13);
    }

    @Test
    void isExactAtTheNodesEvenBesideMissingValues() {
        double[] x = {0, 0.1, 0.3, 0.7};
        double[] y = {1, Double.NaN, 3, 4};
        assertThat(Interpolation.linear(x, y, x)).containsExactly(y);
        assertThat(Interpolation.linear(x, y, new double[] {0.7, 0, 0.05})).containsExactly(4, 1, Double.NaN);
    }

    @Test
    void isUndefinedOutsideTheNodesAndForWhatIsNoNumber() {
        double[] one = {2};
        assertThat(Interpolation.linear(one, new double[] {5}, new double[] {1.9, 2, 2.1, Double.NaN}))
                .containsExactly(Double.NaN, 5, Double.NaN, Double.NaN);
        assertThat(Interpolation.linear(new double[0], new double[0], one)).containsExactly(Double.NaN);
    }

    @Test
    void rejectsMoreNodesThanValues() {
        assertThatThrownBy(() -> Interpolation.linear(new double[2], new double[1], new double[0]))
                .hasMessage("interpolation needs as many values as nodes but has 1 for 2");
    }

    @Test
    void pointsAtEqualDistancesReachBothEnds() {
        assertClose(Interpolation.linspace(-0.7, 12.3, 17), Golden.values("linspace"), 1e-14);
        assertThat(Interpolation.linspace(-0.7, 12.3, 17)).startsWith(-0.7).endsWith(12.3);
        assertThat(Interpolation.linspace(3, 4, 1)).containsExactly(4);
        assertThat(Interpolation.linspace(3, 4, 0)).isEmpty();
    }
}
