package org.undertone.features.harmonic;

/**
 * Phase distortion over time.
 *
 * @param seconds {@code [time]}, strictly increasing
 * @param means {@code [time][25]}, radians: the short-time circular mean, by bands from 0 Hz up
 * @param deviations {@code [time][13]}: the mel-cepstrum of the short-time circular standard deviation
 */
public record HmpdTrack(double[] seconds, double[][] means, double[][] deviations) {
    /** Bands of the means. */
    public static final int MEANS = 25;

    /** Cepstral coefficients of the deviations. */
    public static final int DEVIATIONS = 13;
}
