package org.undertone.metrics;

import java.util.OptionalDouble;

/** The value of one metric, or the reason why there is none; never NaN. */
public sealed interface Score permits Score.Defined, Score.Undefined {
    /** A score that has a value, which must be finite. */
    static Score of(double value) {
        return new Defined(value);
    }

    /** A score without a value. */
    static Score undefined(String reason) {
        return new Undefined(reason);
    }

    /** Whether there is a value. */
    boolean defined();

    /** The value; an {@link IllegalStateException} with the reason where there is none. */
    double value();

    /** The value, empty where there is none. */
    OptionalDouble optional();

    /** Why there is no value, short enough for a cell of a table; empty where there is one. */
    String reason();

    /**
     * A value.
     *
     * @param value finite
     */
    record Defined(double value) implements Score {
        /** Refuses NaN and the infinities. */
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a score must be finite but is " + value);
            }
        }

        @Override
        public boolean defined() {
            return true;
        }

        @Override
        public OptionalDouble optional() {
            return OptionalDouble.of(value);
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * No value.
     *
     * @param reason for people, not blank
     */
    record Undefined(String reason) implements Score {
        /** Refuses a blank reason. */
        public Undefined {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an undefined score needs a reason but has none");
            }
        }

        @Override
        public boolean defined() {
            return false;
        }

        @Override
        public double value() {
            throw new IllegalStateException("the score is undefined: " + reason);
        }

        @Override
        public OptionalDouble optional() {
            return OptionalDouble.empty();
        }
    }
}
