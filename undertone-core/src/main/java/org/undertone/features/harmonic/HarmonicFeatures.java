package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.Objects;

/**
 * What harmonics tell of a voice, instant by instant in one pass: the shape of the glottal pulse (Rd), the spectral envelope
 * (mel-cepstrum of the true envelope) and the phases (HMPD). Spectra are not kept. It keeps buffers: one instance for each
 * thread.
 */
public final class HarmonicFeatures {
    /** Mel-cepstral coefficients. */
    public static final int MEL_CEPSTRA = 25;

    private final int rate;
    private final HarmonicFeatureSettings settings;
    private final HarmonicAnalysis analysis;
    private final RdEstimator rdEstimator;
    private final TrueEnvelope trueEnvelope = TrueEnvelope.create();
    private final MelCepstrum melCepstrum;
    private final double[] envelope = new double[HarmonicAnalysis.BINS];

    private HarmonicFeatures(int rate, HarmonicFeatureSettings settings) {
        this.rate = rate;
        this.settings = settings;
        this.analysis = HarmonicAnalysis.create(rate, settings.analysis());
        this.rdEstimator = RdEstimator.create(settings.rd());
        this.melCepstrum = MelCepstrum.create(rate, HarmonicAnalysis.BINS, MEL_CEPSTRA);
    }

    /**
     * Features for signals of a rate.
     *
     * @param rate samples per second
     */
    public static HarmonicFeatures create(int rate, HarmonicFeatureSettings settings) {
        return new HarmonicFeatures(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The features of a signal, its polarity mended already.
     *
     * @param samples the signal
     * @param seconds {@code [time]}, increasing instants, such as those of the pitch track; the first sample is at 0
     * @param f0 {@code [time]}, fundamentals there in Hz, voiced or not
     */
    public HarmonicTracks of(double[] samples, double[] seconds, double[] f0) {
        if (seconds.length != f0.length) {
            throw new IllegalArgumentException("there must be as many fundamentals as instants but there are "
                    + f0.length + " for " + seconds.length);
        }
        var times = new double[seconds.length];
        var rd = new double[seconds.length];
        var confidence = new double[seconds.length];
        var melCepstra = new double[seconds.length][];
        var hmpd = Hmpd.create(rate, settings.hmpd());
        int count = 0;
        for (int i = 0; i < seconds.length; i++) {
            var found = analysis.frame(samples, seconds[i], f0[i]);
            if (found.isEmpty()) {
                continue;
            }
            HarmonicFrame frame = found.get();
            RdEstimate estimate = rdEstimator.estimate(frame);
            times[count] = frame.seconds();
            rd[count] = estimate.rd();
            confidence[count] = estimate.confidence();
            trueEnvelope.envelope(analysis.logMagnitudes(), TrueEnvelope.order(rate, frame.f0()), envelope);
            melCepstra[count] = melCepstrum.ofLogarithms(envelope);
            hmpd.add(frame);
            count++;
        }
        return new HarmonicTracks(
                settings,
                Arrays.copyOf(times, count),
                Arrays.copyOf(rd, count),
                Arrays.copyOf(confidence, count),
                Arrays.copyOf(melCepstra, count),
                hmpd.track());
    }
}
