package org.undertone.metrics;

import java.util.Optional;

/**
 * A 95 % interval, or the reason why there is none.
 *
 * @param interval empty where undefined
 * @param undefined why there is no interval, for people; empty where there is one
 */
public record IntervalEstimate(Optional<Interval> interval, String undefined) {
    /** Refuses a missing reason, and a reason beside an interval. */
    public IntervalEstimate {
        if (interval.isPresent() != undefined.isEmpty()) {
            throw new IllegalArgumentException("an estimate has either an interval or a reason, but " + interval
                    + " came with the reason '" + undefined + "'");
        }
    }

    static IntervalEstimate of(double low, double high) {
        return new IntervalEstimate(Optional.of(new Interval(low, high)), "");
    }

    static IntervalEstimate undefined(String reason) {
        return new IntervalEstimate(Optional.empty(), reason);
    }
}
