package org.undertone.report;

import java.awt.Color;
import java.util.List;

/** Colours in an order that the eye sees as one, in print without colour and with any kind of colour-blindness too. */
record ColorScale(List<Color> points) {
    /** From dark to light: points of the map viridis of van der Walt and Smith (2015, public domain). */
    static final ColorScale VIRIDIS =
            of(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    /** From below a middle to above it: blue, white, orange. */
    static final ColorScale AROUND_ZERO =
            of(0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xF7F7F7, 0xFDB863, 0xE08214, 0xB35806, 0x7F3B08);

    /** From pale to strong. */
    static final ColorScale STRENGTH = of(0xC6D3DF, 0x9CC6E4, 0x2F86C4, 0x08519C, 0x062A56);

    ColorScale {
        points = List.copyOf(points);
    }

    private static ColorScale of(Integer... rgb) {
        return new ColorScale(List.of(rgb).stream().map(Color::new).toList());
    }

    /** The colour of a share from 0 to 1; what lies outside counts as the nearer end. */
    Color at(double share) {
        double position = Math.max(0, Math.min(1, share)) * (points.size() - 1);
        int below = Math.min((int) position, points.size() - 2);
        float part = (float) (position - below);
        float[] low = points.get(below).getRGBColorComponents(null);
        float[] high = points.get(below + 1).getRGBColorComponents(null);
        return new Color(mix(low[0], high[0], part), mix(low[1], high[1], part), mix(low[2], high[2], part));
    }

    private static float mix(float low, float high, float part) {
        return low + part * (high - low);
    }
}
