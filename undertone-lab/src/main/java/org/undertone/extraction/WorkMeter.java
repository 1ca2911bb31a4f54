package org.undertone.extraction;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.undertone.audio.AudioStream;
import org.undertone.audio.SoundFormat;

/** How far all workers together have come; the place where each of them learns that it is to stop. */
final class WorkMeter {
    private final ExtractionListener listener;
    private final long totalBytes;
    private long doneBytes;
    private long resumedBytes;
    /** What is done of recordings that are not finished yet. */
    private long partlyBytes;

    private double audioSeconds;
    /** What ended the work; thrown at every report from then on. */
    private RuntimeException end;

    WorkMeter(ExtractionListener listener, long totalBytes) {
        this.listener = listener;
        this.totalBytes = totalBytes;
    }

    private synchronized void found(long bytes) {
        doneBytes += bytes;
        resumedBytes += bytes;
        tell();
    }

    /** A recording has failed. */
    synchronized void failed(ExtractionFailure failure) {
        listener.failed(failure);
    }

    /** Makes every worker stop at its next report. */
    synchronized void stop() {
        if (end == null) {
            end = new CancellationException("another worker has failed");
        }
    }

    private void tell() {
        if (end != null) {
            throw end;
        }
        try {
            listener.at(new ExtractionProgress(doneBytes + partlyBytes, totalBytes, resumedBytes, audioSeconds));
        } catch (RuntimeException e) {
            end = e;
            throw e;
        }
    }

    private synchronized void moved(long bytes, double seconds) {
        partlyBytes += bytes;
        audioSeconds += seconds;
        tell();
    }

    private synchronized void finished(long partly, long bytes) {
        partlyBytes -= partly;
        doneBytes += bytes;
        tell();
    }

    /** The way of one worker through one recording of this size. */
    Course course(long bytes) {
        return new Course(bytes);
    }

    /** See {@link #course}. */
    final class Course {
        private final long bytes;
        private long partly;
        private long samples;

        private Course(long bytes) {
            this.bytes = bytes;
        }

        /** Samples read so far. */
        long samples() {
            return samples;
        }

        /** An earlier run has done the recording. */
        void resumed() {
            found(bytes);
        }

        /** The recording is done, or has failed. */
        void end() {
            finished(partly, bytes);
        }

        private void read(int count, AudioStream audio) {
            samples += count;
            OptionalLong expected = audio.expectedSamples();
            long reached = expected.isEmpty() || expected.getAsLong() <= 0
                    ? 0
                    : (long) (Math.min(1, (double) samples / expected.getAsLong()) * bytes);
            long step = reached - partly;
            partly = reached;
            moved(step, (double) count / audio.rate());
        }

        /** The same samples, counted as they are read. */
        AudioStream metered(AudioStream audio) {
            return new AudioStream() {
                @Override
                public int rate() {
                    return audio.rate();
                }

                @Override
                public SoundFormat source() {
                    return audio.source();
                }

                @Override
                public OptionalLong expectedSamples() {
                    return audio.expectedSamples();
                }

                @Override
                public int read(double[] buffer, int offset, int count) throws IOException {
                    int read = audio.read(buffer, offset, count);
                    if (read > 0) {
                        Course.this.read(read, audio);
                    }
                    return read;
                }

                @Override
                public void close() throws IOException {
                    audio.close();
                }
            };
        }
    }
}
