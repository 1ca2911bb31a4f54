package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void agreesWithNumpy() {
        double[] phases = Golden.values("phase.wrapped");
        assertClose(Arrays.stream(phases).map(Phase::wrap).toArray(), Golden.values("phase.principal"), 1e-12);
        Phase.unwrap(phases, phases.length);
        assertClose(phases, Golden.values("phase.unwrapped"), 1e-11);
    }

    @Property
    void wrappingKeepsTheAngleWithinHalfATurn(@ForAll @DoubleRange(min = -1e4, max = 1e4) double phase) {
        double wrapped = Phase.wrap(phase);
        assertThat(Math.abs(wrapped)).isLessThanOrEqualTo(Math.PI + 1e-11);
        assertThat(Math.cos(wrapped)).isCloseTo(Math.cos(phase), within(1e-11));
        assertThat(Math.sin(wrapped)).isCloseTo(Math.sin(phase), within(1e-11));
    }

    @Test
    void unwrapsOnlyAsManyAsItIsTold() {
        double[] phases = {3, -3, 3, -3};
        Phase.unwrap(phases, 2);
        assertThat(phases).containsExactly(3, 2 * Math.PI - 3, 3, -3);
        Phase.unwrap(phases, 0);
        assertThat(phases[0]).isEqualTo(3);
    }

    @Test
    void aStepOfHalfATurnKeepsItsSign() {
        double[] up = {0, Math.PI};
        double[] down = {0, -Math.PI};
        Phase.unwrap(up, 2);
        Phase.unwrap(down, 2);
        assertThat(up[1]).isEqualTo(Math.PI);
        assertThat(down[1]).isEqualTo(-Math.PI);
    }
}
