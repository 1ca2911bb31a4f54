package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
    /** Relative luminance by Rec. 709, of linear light. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void growsLighterAllAlong() {
        for (int i = 1; i <= 100; i++) {
            assertThat(luminance(ColorScale.VIRIDIS.at(i / 100.0)))
                    .isGreaterThan(luminance(ColorScale.VIRIDIS.at((i - 1) / 100.0)));
            assertThat(luminance(ColorScale.STRENGTH.at(i / 100.0)))
                    .isLessThan(luminance(ColorScale.STRENGTH.at((i - 1) / 100.0)));
        }
    }

    @Test
    void growsDarkerToBothSidesOfZero() {
        for (int i = 1; i <= 50; i++) {
            assertThat(luminance(ColorScale.AROUND_ZERO.at(0.5 - i / 100.0)))
                    .isLessThan(luminance(ColorScale.AROUND_ZERO.at(0.51 - i / 100.0)));
            assertThat(luminance(ColorScale.AROUND_ZERO.at(0.5 + i / 100.0)))
                    .isLessThan(luminance(ColorScale.AROUND_ZERO.at(0.49 + i / 100.0)));
        }
    }

    @Test
    void endsWhereItsPointsEnd() {
        assertThat(ColorScale.VIRIDIS.at(-3))
                .isEqualTo(ColorScale.VIRIDIS.points().get(0));
        assertThat(ColorScale.VIRIDIS.at(9))
                .isEqualTo(ColorScale.VIRIDIS.points().get(9));
        assertThat(ColorScale.VIRIDIS.at(1 / 9.0))
                .isEqualTo(ColorScale.VIRIDIS.points().get(1));
    }
}
