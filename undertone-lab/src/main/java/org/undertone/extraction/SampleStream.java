package org.undertone.extraction;

import java.util.Objects;
import java.util.OptionalLong;
import org.undertone.audio.AudioStream;

/** Samples that are in memory already. */
final class SampleStream implements AudioStream {
    private final double[] samples;
    private final int rate;
    private int at;

    SampleStream(double[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public OptionalLong expectedSamples() {
        return OptionalLong.of(samples.length);
    }

    @Override
    public int read(double[] buffer, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, buffer.length);
        if (at == samples.length) {
            return -1;
        }
        int read = Math.min(count, samples.length - at);
        System.arraycopy(samples, at, buffer, offset, read);
        at += read;
        return read;
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
