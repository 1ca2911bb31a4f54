package org.undertone.cli;

import java.io.InputStream;
import java.util.Optional;
import org.undertone.audio.AudioStream;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.RawSound;
import org.undertone.audio.SoundFormat;
import picocli.CommandLine.Option;

/** What standard input holds where it holds samples without a header. */
final class RawSoundOptions {
    /** What standard input is called in messages. */
    static final String STANDARD_INPUT = "standard input";

    @Option(
            names = "--pcm",
            paramLabel = "s16le|f32le",
            description = "Standard input is raw sound, one channel: whole numbers of 16 bits, or floats of 32 bits.")
    private String pcm;

    @Option(names = "--rate", paramLabel = "N", description = "Samples per second, 8000 to 192000. Default: 16000.")
    private Integer rate;

    private static final int USUAL_RATE = 16_000;

    boolean areGiven() {
        return pcm != null;
    }

    /** The rate that was named, if one was. */
    Optional<Integer> namedRate() {
        return Optional.ofNullable(rate);
    }

    /** Samples per second. */
    int rate() {
        return new SoundFormat(rate == null ? USUAL_RATE : rate, 1).rate();
    }

    /**
     * Refuses what means nothing.
     *
     * @throws IllegalArgumentException for a rate or an encoding that does not exist
     */
    void check() {
        rate();
        if (areGiven()) {
            encoding();
        }
    }

    AudioStream open(InputStream in) {
        return RawSound.open(STANDARD_INPUT, in, encoding(), rate());
    }

    private RawEncoding encoding() {
        try {
            return RawEncoding.of(pcm);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--pcm: " + e.getMessage(), e);
        }
    }
}
