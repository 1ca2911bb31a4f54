/**
 * Scores of predictions against labels, and what can be said from them: tests, intervals, learning curves. Pure
 * functions that import nothing of the project; what is undefined says why instead of being NaN.
 */
package org.undertone.metrics;
