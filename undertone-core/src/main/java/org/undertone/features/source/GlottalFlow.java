package org.undertone.features.source;

/**
 * The air flow through the glottis, estimated from speech: arbitrary units, no absolute level.
 *
 * @param flow {@code [sample]}
 * @param derivative its derivative, {@code [sample]}; negative peaks mark the closures
 */
public record GlottalFlow(double[] flow, double[] derivative) {
    public GlottalFlow {
        if (flow.length != derivative.length) {
            throw new IllegalArgumentException("a flow needs a derivative as long as it but has " + derivative.length
                    + " samples of it for " + flow.length);
        }
    }
}
