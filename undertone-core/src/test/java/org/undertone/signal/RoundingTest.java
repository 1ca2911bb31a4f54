package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void halvesGoAwayFromZero() {
        assertThat(Rounding.halfAway(0.5)).isEqualTo(1);
        assertThat(Rounding.halfAway(-0.5)).isEqualTo(-1);
        assertThat(Rounding.halfAway(2.5)).isEqualTo(3);
        assertThat(Rounding.halfAway(-2.5)).isEqualTo(-3);
        assertThat(Rounding.halfAway(Math.nextDown(0.5))).isEqualTo(0);
        assertThat(Rounding.halfAway(4503599627370497.0)).isEqualTo(4503599627370497.0);
        assertThat(Rounding.halfAway(Double.NaN)).isNaN();
        assertThat(Rounding.halfAway(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Rounding.toInt(-7.5)).isEqualTo(-8);
        assertThat(Rounding.toInt(1e300)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Rounding.toInt(Double.NaN)).isZero();
    }

    @Property
    void agreesWithDecimalArithmetic(@ForAll double value) {
        double expected =
                new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).doubleValue();
        assertThat(Rounding.halfAway(value)).isEqualTo(expected == 0 ? Math.copySign(0, value) : expected);
    }
}
