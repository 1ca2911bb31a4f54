package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.Objects;
import org.undertone.signal.Excerpt;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Span;

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
    private final Hmpd hmpd;
    private final SharedFrames shared;
    private final double[] envelope = new double[HarmonicAnalysis.BINS];

    private HarmonicFeatures(int rate, HarmonicFeatureSettings settings) {
        this.rate = rate;
        this.settings = settings;
        this.analysis = HarmonicAnalysis.create(rate, settings.analysis());
        this.rdEstimator = RdEstimator.create(settings.rd());
        this.melCepstrum = MelCepstrum.create(rate, HarmonicAnalysis.BINS, MEL_CEPSTRA);
        this.hmpd = Hmpd.create(rate, settings.hmpd());
        this.shared = new SharedFrames(analysis.longestHalf());
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
        return of(Excerpt.whole(samples, rate), seconds, f0, Span.ALL);
    }

    /**
     * The same for the next piece of a recording, as far as a span of it is asked for.
     *
     * @param asked sample numbers that the tracks are interpolated at; with settings that stretch the mel-cepstrum, fill
     *     phases at random or drop frames it must be {@link Span#ALL}
     */
    public HarmonicTracks of(Excerpt piece, double[] seconds, double[] f0, Span asked) {
        if (seconds.length != f0.length) {
            throw new IllegalArgumentException("there must be as many fundamentals as instants but there are "
                    + f0.length + " for " + seconds.length);
        }
        IndexRange wanted = asked.nodes(settings.numbers(seconds, rate));
        IndexRange context = wanted.widened(Hmpd.REACH, seconds.length);
        var rows = new Rows(wanted.count());
        hmpd.clear();
        shared.next(piece);
        for (int i = context.from(); i < context.end(); i++) {
            // What follows is wanted of the next piece, which then has it.
            boolean complete = i >= wanted.from();
            FrameFeatures known = settings.hmpd().randomBeyondLast() ? null : shared.find(seconds[i], f0[i]);
            if (known == null || complete && !known.isComplete()) {
                var frame = analysis.frame(piece.samples(), seconds[i], f0[i]);
                if (frame.isEmpty()) {
                    continue;
                }
                known = features(frame.get(), complete);
            }
            shared.keep(seconds[i], f0[i], known);
            hmpd.add(seconds[i], known.phases());
            if (wanted.contains(i)) {
                rows.add(seconds[i], known);
            }
        }
        int before = wanted.from() - context.from();
        return rows.toTracks(hmpd.track(new IndexRange(before, before + rows.count)));
    }

    /** Forgets what earlier pieces shared with the next, which is not the same any more: turned over, say. */
    public void forget() {
        shared.clear();
    }

    /** Of the frame analysed last. */
    private FrameFeatures features(HarmonicFrame frame, boolean complete) {
        double[] phases = hmpd.distortion(frame);
        if (!complete) {
            return new FrameFeatures(phases, null, null);
        }
        trueEnvelope.envelope(analysis.logMagnitudes(), TrueEnvelope.order(rate, frame.f0()), envelope);
        return new FrameFeatures(phases, rdEstimator.estimate(frame), melCepstrum.ofLogarithms(envelope));
    }

    /** The features that are asked for, one row for each instant that was not dropped. */
    private final class Rows {
        private final double[] times;
        private final double[] rd;
        private final double[] confidence;
        private final double[][] melCepstra;
        private int count;

        Rows(int most) {
            times = new double[most];
            rd = new double[most];
            confidence = new double[most];
            melCepstra = new double[most][];
        }

        void add(double seconds, FrameFeatures features) {
            times[count] = seconds;
            rd[count] = features.shape().rd();
            confidence[count] = features.shape().confidence();
            melCepstra[count] = features.melCepstrum();
            count++;
        }

        HarmonicTracks toTracks(HmpdTrack phases) {
            return new HarmonicTracks(
                    settings,
                    Arrays.copyOf(times, count),
                    Arrays.copyOf(rd, count),
                    Arrays.copyOf(confidence, count),
                    Arrays.copyOf(melCepstra, count),
                    phases);
        }
    }
}
