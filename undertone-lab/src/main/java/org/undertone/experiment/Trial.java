package org.undertone.experiment;

import java.util.Optional;

/**
 * A finished trial.
 *
 * @param seconds wall time
 * @param failure why there are no scores; empty where there are
 */
record Trial(TrialKey key, long seed, int labels, double seconds, Optional<String> failure) {}
