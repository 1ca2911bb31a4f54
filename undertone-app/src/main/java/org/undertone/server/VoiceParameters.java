package org.undertone.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.SoundFormat;
import org.undertone.model.WindowSettings;

/**
 * What a live stream is made of and what is asked of it.
 *
 * @param rate samples per second
 * @param encoding how a sample is written
 * @param windows length and hop of the timeline
 * @param tracks whether the columns of the voice source are asked for
 */
record VoiceParameters(int rate, RawEncoding encoding, WindowSettings windows, boolean tracks) {
    private static final Set<String> KNOWN = Set.of("rate", "encoding", "window", "hop", "tracks");

    static VoiceParameters of(Map<String, List<String>> query) throws ProblemException {
        var parameters = new Parameters(query, KNOWN);
        double rate = parameters.number("rate").orElse(16_000.0);
        if (!(rate >= SoundFormat.LEAST_RATE && rate <= SoundFormat.GREATEST_RATE) || rate != Math.rint(rate)) {
            throw Parameters.wrong("parameter 'rate' must be a whole number of samples per second from "
                    + SoundFormat.LEAST_RATE + " to " + SoundFormat.GREATEST_RATE + " but is '"
                    + Parameters.shown(parameters.text("rate").orElse("")) + "'");
        }
        return new VoiceParameters(
                (int) rate,
                encoding(parameters.text("encoding").orElse(RawEncoding.S16LE.label())),
                parameters.windows().orElse(WindowSettings.DEFAULT),
                parameters.flag("tracks"));
    }

    private static RawEncoding encoding(String label) throws ProblemException {
        try {
            return RawEncoding.of(label);
        } catch (IllegalArgumentException e) {
            throw Parameters.wrong("parameter 'encoding' must be "
                    + Arrays.stream(RawEncoding.values())
                            .map(RawEncoding::label)
                            .collect(Collectors.joining(" or "))
                    + " but is '" + Parameters.shown(label) + "'");
        }
    }

    int bytesPerSecond() {
        return rate * encoding.bytes();
    }
}
