package org.undertone.features.harmonic;

/**
 * The features of harmonics at the 10 ms frames, under the names of COVAREP's columns.
 *
 * @param rd Rd, {@code [time]}
 * @param rdConfidence Rd_conf, {@code [time]}
 * @param melCepstra MCEP_0 to MCEP_24, {@code [time][25]}
 * @param phaseMeans HMPDM_0 to HMPDM_24, radians, {@code [time][25]}
 * @param phaseDeviations HMPDD_0 to HMPDD_12, {@code [time][13]}
 */
public record HarmonicColumns(
        double[] rd, double[] rdConfidence, double[][] melCepstra, double[][] phaseMeans, double[][] phaseDeviations) {}
