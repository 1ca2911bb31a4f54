package org.undertone.features.source;

/**
 * The flow of one cycle above the straight line from its first to its last sample.
 *
 * @param values {@code [sample]}
 * @param peak index of the first largest value
 */
record FlowPulse(double[] values, int peak) {
    static FlowPulse of(double[] flow, GlottalCycle cycle) {
        int samples = cycle.samples();
        double first = flow[cycle.start()];
        double last = flow[cycle.closure()];
        var values = new double[samples];
        int peak = 0;
        for (int n = 0; n < samples; n++) {
            double line = n == samples - 1 ? last : first + n * (last - first) / (samples - 1);
            values[n] = flow[cycle.start() + n] - line;
            // NaN, which the quirks leave in the flow at digital silence, is no peak.
            if (values[n] > values[peak] || Double.isNaN(values[peak])) {
                peak = n;
            }
        }
        return new FlowPulse(values, peak);
    }

    double height() {
        return values[peak];
    }
}
