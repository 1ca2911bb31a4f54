package org.undertone.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;
import org.undertone.audio.AudioStream;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.RawSound;

/** Microphones through {@code javax.sound.sampled}, at 16 bits. */
final class SampledMicrophones implements Microphones {
    private static final List<Integer> RATES = List.of(16_000, 48_000, 44_100, 32_000, 8_000);
    private static final int BYTES = 2;
    /** What the machine holds while nobody reads: a second. */
    private static final int BUFFER_SECONDS = 1;

    private final SoundLines lines;

    SampledMicrophones(SoundLines lines) {
        this.lines = lines;
    }

    @Override
    public List<String> names() {
        try {
            return lines.names();
        } catch (LinkageError e) {
            // A Java machine without its library for sound, as those for servers are.
            return List.of();
        }
    }

    @Override
    public AudioStream open(Optional<String> name, Optional<Integer> rate) throws IOException {
        String chosen = chosen(name);
        List<Integer> rates = rate.map(List::of).orElse(RATES);
        int offered = rates.stream()
                .filter(candidate -> lines.supports(chosen, format(candidate)))
                .findFirst()
                .orElseThrow(() -> new IOException("the microphone '" + chosen + "' does not record 16 bits at "
                        + (rate.isPresent() ? rate.get() + " Hz; leave --rate out, or try 48000" : "any usual rate")));
        try {
            TargetDataLine line = lines.open(chosen, format(offered), offered * BYTES * BUFFER_SECONDS);
            line.start();
            return RawSound.open(chosen, new LineBytes(line), RawEncoding.S16LE, offered);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new IOException(
                    "the microphone '" + chosen + "' cannot be had, it may be in use (" + e.getMessage() + ")", e);
        }
    }

    private String chosen(Optional<String> name) throws IOException {
        List<String> names = names();
        if (names.isEmpty()) {
            throw new IOException("no microphone was found on this machine");
        }
        if (name.isEmpty()) {
            return names.get(0);
        }
        String wanted = name.get().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no microphone '" + name.get() + "'; there "
                        + (names.size() == 1 ? "is " : "are ") + String.join(", ", names)));
    }

    private static AudioFormat format(int rate) {
        return new AudioFormat(rate, 8 * BYTES, 1, true, false);
    }

    /** The bytes of a line, as soon as there are some. */
    private static final class LineBytes extends InputStream {
        private final TargetDataLine line;

        LineBytes(TargetDataLine line) {
            this.line = line;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[BYTES];
            throw new IOException("a line gives " + one.length + " bytes or more at a time");
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            // A line fills what it is given before it returns: no more than a twentieth of a second.
            int most = (int) (line.getFormat().getFrameRate() / 20) * BYTES;
            int read = line.read(bytes, offset, Math.min(count, most) / BYTES * BYTES);
            if (read <= 0) {
                return -1;
            }
            return read;
        }

        @Override
        public void close() {
            line.stop();
            line.close();
        }
    }
}
