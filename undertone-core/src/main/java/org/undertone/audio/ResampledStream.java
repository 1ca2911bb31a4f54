package org.undertone.audio;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalLong;

/** A recording at another rate than it was made at. */
final class ResampledStream implements AudioStream {
    private static final int CHUNK_SAMPLES = 4096;

    private final AudioStream source;
    private final Resampler resampler;
    private final double[] chunk = new double[CHUNK_SAMPLES];
    private double[] ready = new double[0];
    private int taken;
    private boolean ended;

    ResampledStream(AudioStream source, Resampler resampler) {
        this.source = source;
        this.resampler = resampler;
    }

    @Override
    public int rate() {
        return resampler.rate();
    }

    @Override
    public SoundFormat source() {
        return source.source();
    }

    @Override
    public OptionalLong expectedSamples() {
        OptionalLong expected = source.expectedSamples();
        return expected.isPresent() ? OptionalLong.of(resampler.length(expected.getAsLong())) : expected;
    }

    @Override
    public int read(double[] buffer, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, buffer.length);
        while (taken == ready.length) {
            if (ended) {
                return -1;
            }
            int read = source.read(chunk, 0, CHUNK_SAMPLES);
            ended = read < 0;
            ready = ended ? resampler.finish() : resampler.push(chunk, 0, read);
            taken = 0;
        }
        int given = Math.min(count, ready.length - taken);
        System.arraycopy(ready, taken, buffer, offset, given);
        taken += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
