package org.undertone.recognition;

import java.io.IOException;
import java.util.OptionalLong;
import org.undertone.audio.AudioStream;
import org.undertone.audio.SoundFormat;

/** A stream that asks before every read whether the work may go on. */
final class PulsingStream implements AudioStream {
    private final AudioStream stream;
    private final Runnable pulse;

    PulsingStream(AudioStream stream, Runnable pulse) {
        this.stream = stream;
        this.pulse = pulse;
    }

    @Override
    public int rate() {
        return stream.rate();
    }

    @Override
    public SoundFormat source() {
        return stream.source();
    }

    @Override
    public OptionalLong expectedSamples() {
        return stream.expectedSamples();
    }

    @Override
    public int read(double[] buffer, int offset, int count) throws IOException {
        pulse.run();
        return stream.read(buffer, offset, count);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
