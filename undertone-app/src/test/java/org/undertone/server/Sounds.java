package org.undertone.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A buzz at 120 Hz whose loudness goes up and down, as samples, PCM and WAV. */
final class Sounds {
    static final int RATE = 8_000;

    private Sounds() {}

    static double[] samples(double seconds) {
        var samples = new double[(int) Math.round(seconds * RATE)];
        for (int n = 0; n < samples.length; n++) {
            double loudness = 0.02 * (1.2 + Math.sin(2 * Math.PI * 2 * n / RATE));
            for (int harmonic = 1; harmonic < 20; harmonic++) {
                samples[n] += loudness * Math.cos(2 * Math.PI * 120 * harmonic * n / RATE);
            }
            // What 16 bits can say, so that files, streams and samples are the same sound.
            samples[n] = Math.rint(samples[n] * 32768) / 32768;
        }
        return samples;
    }

    static byte[] pcm(double[] samples) {
        var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            bytes.putShort((short) Math.rint(sample * 32768));
        }
        return bytes.array();
    }

    static byte[] floats(double[] samples) {
        var bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            bytes.putFloat((float) sample);
        }
        return bytes.array();
    }

    static byte[] wav(double seconds) {
        byte[] pcm = pcm(samples(seconds));
        var wav = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + pcm.length).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(pcm.length);
        return wav.put(pcm).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
