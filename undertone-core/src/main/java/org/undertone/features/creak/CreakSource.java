package org.undertone.features.creak;

import java.util.Objects;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Quirks;
import org.undertone.features.source.Srh;
import org.undertone.features.source.SrhSettings;

/**
 * What the creak detector looks at. The polarity of the signal does not matter.
 *
 * @param signal samples, full scale is [-1, 1)
 * @param rate samples per second, at least 4000
 * @param residual of linear prediction, as long as the signal: {@link LpResidual} of its own order. Quirk of the original:
 *     NaN from digital silence is left in it, so that behind the first frame of silence both resonators give NaN to the end
 *     of the signal
 * @param pitch of the signal between {@link #LOWEST_HZ} and {@link #HIGHEST_HZ}
 */
public record CreakSource(double[] signal, int rate, double[] residual, PitchTrack pitch) {
    /** Where the search for the pitch begins: creaky voice has few pulses a second. */
    public static final int LOWEST_HZ = 20;
    /** Where the search for the pitch ends. */
    public static final int HIGHEST_HZ = 500;

    public CreakSource {
        Objects.requireNonNull(pitch, "pitch");
        if (rate < 4000) {
            throw new IllegalArgumentException(
                    "creak is looked for up to 1500 Hz and needs a rate of at least 4000 Hz" + " but has " + rate);
        }
        if (residual.length != signal.length) {
            throw new IllegalArgumentException("a residual must be as long as its signal but has " + residual.length
                    + " samples for " + signal.length);
        }
    }

    /** A signal with residual and pitch computed for it alone; who has them for other stages need not compute them again. */
    public static CreakSource of(double[] signal, int rate, Quirks quirks) {
        SrhSettings settings = quirks == Quirks.KEPT ? SrhSettings.COVAREP_1_4_2 : SrhSettings.DEFAULT;
        return new CreakSource(
                signal,
                rate,
                LpResidual.of(signal, rate, LpResidual.order(rate), quirks),
                Srh.track(signal, rate, settings.withRange(LOWEST_HZ, HIGHEST_HZ)));
    }

    /** The median pitch of the voiced frames, in Hz; NaN where none is voiced. */
    double medianF0() {
        return pitch.medianF0(LOWEST_HZ, HIGHEST_HZ);
    }
}
