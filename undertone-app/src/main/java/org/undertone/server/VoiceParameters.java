package org.undertone.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
record VoiceParameters(int rate, Encoding encoding, WindowSettings windows, boolean tracks) {
    private static final Set<String> KNOWN = Set.of("rate", "encoding", "window", "hop", "tracks");

    /** How a sample is written, little-endian. */
    enum Encoding {
        S16LE(2) {
            @Override
            double sample(ByteBuffer bytes, int at) {
                return bytes.getShort(at) * 0x1p-15;
            }
        },
        F32LE(4) {
            @Override
            double sample(ByteBuffer bytes, int at) {
                return bytes.getFloat(at);
            }
        };

        private final int bytes;

        Encoding(int bytes) {
            this.bytes = bytes;
        }

        abstract double sample(ByteBuffer bytes, int at);

        /** Bytes of a sample. */
        int bytes() {
            return bytes;
        }

        double[] decode(byte[] pcm) {
            ByteBuffer buffer = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
            var samples = new double[pcm.length / bytes];
            for (int n = 0; n < samples.length; n++) {
                samples[n] = sample(buffer, n * bytes);
            }
            return samples;
        }
    }

    static VoiceParameters of(Map<String, List<String>> query) throws ProblemException {
        var parameters = new Parameters(query, KNOWN);
        double rate = parameters.number("rate").orElse(16_000.0);
        if (!(rate >= SoundFormat.LEAST_RATE && rate <= SoundFormat.GREATEST_RATE) || rate != Math.rint(rate)) {
            throw Parameters.wrong("parameter 'rate' must be a whole number of samples per second from "
                    + SoundFormat.LEAST_RATE + " to " + SoundFormat.GREATEST_RATE + " but is '"
                    + Parameters.shown(parameters.text("rate").orElse("")) + "'");
        }
        String encoding = parameters.text("encoding").orElse("s16le");
        if (!encoding.equals("s16le") && !encoding.equals("f32le")) {
            throw Parameters.wrong(
                    "parameter 'encoding' must be s16le or f32le but is '" + Parameters.shown(encoding) + "'");
        }
        return new VoiceParameters(
                (int) rate,
                encoding.equals("s16le") ? Encoding.S16LE : Encoding.F32LE,
                parameters.windows().orElse(WindowSettings.DEFAULT),
                parameters.flag("tracks"));
    }

    int bytesPerSecond() {
        return rate * encoding.bytes();
    }
}
