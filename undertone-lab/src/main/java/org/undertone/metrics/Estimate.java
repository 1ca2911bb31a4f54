package org.undertone.metrics;

import java.util.OptionalDouble;

/**
 * A number, or the reason why there is none; never NaN.
 *
 * @param value finite where present
 * @param undefined why there is no value, for people; empty where there is one
 */
public record Estimate(OptionalDouble value, String undefined) {
    /** Refuses a value that is not finite, a missing reason, and a reason beside a value. */
    public Estimate {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("an estimate must be finite but is " + value.getAsDouble());
        }
        if (value.isPresent() != undefined.isEmpty()) {
            throw new IllegalArgumentException("an estimate has either a value or a reason, but value " + value
                    + " came with the reason '" + undefined + "'");
        }
    }

    /** A value; adding 0 turns the negative zero, which no reader wants to see, into 0. */
    static Estimate of(double value) {
        return new Estimate(OptionalDouble.of(value + 0.0), "");
    }

    static Estimate undefined(String reason) {
        return new Estimate(OptionalDouble.empty(), reason);
    }
}
