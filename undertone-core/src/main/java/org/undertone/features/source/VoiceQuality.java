package org.undertone.features.source;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.undertone.signal.IndexRange;

/**
 * Measures of the glottal flow, one value for each closure instant: NAQ, QOQ, H1H2 and PSP. Cycles of a fundamental
 * frequency outside 20 to 500 Hz are not measured. One instance for each thread.
 */
public final class VoiceQuality {
    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 500;

    private final int rate;
    private final GlottalSettings settings;
    private final H1H2 h1h2;
    private final Psp psp;

    private VoiceQuality(int rate, GlottalSettings settings) {
        this.rate = rate;
        this.settings = settings;
        this.h1h2 = new H1H2(rate);
        this.psp = new Psp(rate, settings);
    }

    /**
     * The measures at a sampling rate.
     *
     * @param rate samples per second, at least 2000
     */
    public static VoiceQuality create(int rate, GlottalSettings settings) {
        if (rate < 2000) {
            throw new IllegalArgumentException("voice quality needs at least 2000 samples per second but has " + rate);
        }
        return new VoiceQuality(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The normalized amplitude quotient, above 0, mostly below 0.3 (Alku, Backstrom, Vilkman 2002).
     *
     * @param instants indices of the closure instants, strictly increasing
     */
    public Track naq(GlottalFlow flow, int[] instants) {
        return naq(flow, instants, all(instants));
    }

    /**
     * The same at some of the instants alone.
     *
     * @param measured which
     */
    public Track naq(GlottalFlow flow, int[] instants, IndexRange measured) {
        return measure(
                flow,
                instants,
                measured,
                cycle -> ofPulse(flow, cycle, pulse -> Naq.of(flow.derivative(), cycle, pulse, rate)));
    }

    /** The quasi-open quotient, 0 to 1 (Hacki 1989); parameters as for {@link #naq}. */
    public Track qoq(GlottalFlow flow, int[] instants) {
        return qoq(flow, instants, all(instants));
    }

    /** The same at some of the instants alone. */
    public Track qoq(GlottalFlow flow, int[] instants, IndexRange measured) {
        return measure(flow, instants, measured, cycle -> ofPulse(flow, cycle, pulse -> Qoq.of(cycle, pulse)));
    }

    /** The level of the first harmonic above the second in dB (Hanson 1997); parameters as for {@link #naq}. */
    public Track h1h2(GlottalFlow flow, int[] instants) {
        return h1h2(flow, instants, all(instants));
    }

    /** The same at some of the instants alone. */
    public Track h1h2(GlottalFlow flow, int[] instants, IndexRange measured) {
        // Quirk of the original: where there are no harmonics they count as equal.
        return measure(flow, instants, measured, cycle -> orZero(h1h2.of(flow.derivative(), cycle)));
    }

    /** The parabolic spectral parameter, mostly 0 to 1 (Alku, Strik, Vilkman 1997); parameters as for {@link #naq}. */
    public Track psp(GlottalFlow flow, int[] instants) {
        return psp(flow, instants, all(instants));
    }

    /** The same at some of the instants alone. */
    public Track psp(GlottalFlow flow, int[] instants, IndexRange measured) {
        // Quirk of the original: the first cycle is not measured.
        return measure(
                flow,
                instants,
                measured,
                cycle -> settings.keepsQuirks() && cycle.closure() == instants[0] ? 0 : psp.of(flow.flow(), cycle));
    }

    private static IndexRange all(int[] instants) {
        return new IndexRange(0, instants.length);
    }

    /** NaN where the flow stays below the line between the closures; with quirks that too is measured. */
    private double ofPulse(GlottalFlow flow, GlottalCycle cycle, ToDoubleFunction<FlowPulse> measure) {
        FlowPulse pulse = FlowPulse.of(flow.flow(), cycle);
        return settings.keepsQuirks() || pulse.height() > 0 ? measure.applyAsDouble(pulse) : Double.NaN;
    }

    private double orZero(double value) {
        return settings.keepsQuirks() && Double.isNaN(value) ? 0 : value;
    }

    /** The quirks keep a zero for each cycle that is not measured; otherwise it is left out. */
    private Track measure(
            GlottalFlow flow, int[] instants, IndexRange measured, ToDoubleFunction<GlottalCycle> measure) {
        GlottalCycle[] cycles = GlottalCycle.of(instants, flow.flow().length, rate, settings);
        var numbers = new double[measured.count()];
        var values = new double[measured.count()];
        int count = 0;
        for (int i = measured.from(); i < measured.end(); i++) {
            GlottalCycle cycle = cycles[i];
            double f0 = (double) rate / cycle.periodSamples();
            boolean voiced = f0 > LOWEST_HZ && f0 < HIGHEST_HZ;
            double value = voiced ? measure.applyAsDouble(cycle) : settings.keepsQuirks() ? 0 : Double.NaN;
            if (settings.keepsQuirks() || Double.isFinite(value)) {
                numbers[count] = cycle.closure() + 1;
                values[count++] = value;
            }
        }
        return Track.of(numbers, values, count);
    }
}
