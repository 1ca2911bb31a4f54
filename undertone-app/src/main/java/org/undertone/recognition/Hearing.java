package org.undertone.recognition;

/**
 * How a voice is being listened to.
 *
 * @param seconds how much of it has been worked on
 * @param rms root of the mean square of the latest sound, full scale is 1
 * @param peak its largest sample
 * @param behindSeconds how much more has been spoken that still has to be worked on
 */
public record Hearing(double seconds, double rms, double peak, double behindSeconds) {}
