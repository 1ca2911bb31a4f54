package org.undertone.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Writes a corpus on a thread of its own, so that reading (and inflating) overlaps with it. Buffers go round: the reader
 * takes an empty one, fills it and puts it; what it puts is written in the same order.
 *
 * <pre>
 *   reader: take() -- fill -- put() ----> steps ----> writer thread: append to the corpus
 *              ^                                              |
 *              +------------------ empty <--------------------+
 * </pre>
 */
final class FramePipe implements AutoCloseable {
    private static final int BUFFERS = 6;
    private static final int BUFFER_BYTES = 1 << 20;

    private final CorpusWriter writer;
    private final int bufferBytes;
    private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(BUFFERS);
    /** Bounded by more than the buffers, because ends of clips come between them. */
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(8 * BUFFERS);

    private final Thread thread = new Thread(this::write, "corpus writer");
    /** What stopped the writer thread; it then only empties the queue. */
    private volatile Throwable failure;

    private boolean ended;

    private interface Step {
        /** Does its part; false ends the thread. */
        boolean run() throws IOException;
    }

    /** Starts the writer thread. */
    FramePipe(CorpusWriter writer, int rowBytes) {
        this.writer = writer;
        this.bufferBytes = Math.max(1, BUFFER_BYTES / rowBytes) * rowBytes;
        for (int i = 0; i < BUFFERS; i++) {
            empty.add(ByteBuffer.allocateDirect(bufferBytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** The size of a buffer, a whole number of rows. */
    int bufferBytes() {
        return bufferBytes;
    }

    /** An empty buffer. */
    ByteBuffer take() throws IOException {
        try {
            ByteBuffer buffer = empty.take();
            return buffer.clear();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Has what lies between position and limit written, and the buffer go round. */
    void put(ByteBuffer filled) throws IOException {
        step(() -> {
            try {
                if (failure == null) {
                    writer.append(filled);
                }
            } finally {
                empty.add(filled);
            }
            return true;
        });
    }

    /** Ends the clip whose frames were put since the last one ended. */
    void endClip(Utterance utterance) throws IOException {
        step(() -> {
            if (failure == null) {
                writer.endClip(utterance);
            }
            return true;
        });
    }

    /** Waits until everything is written; nothing may be put afterwards. */
    void finish() throws IOException {
        end();
        if (failure != null) {
            throw failed();
        }
    }

    private void step(Step step) throws IOException {
        if (failure != null) {
            throw failed();
        }
        try {
            steps.put(step);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void write() {
        boolean more = true;
        while (more) {
            try {
                more = steps.take().run();
            } catch (IOException | RuntimeException | Error | InterruptedException e) {
                // Kept for the reader, which throws it at its next step; buffers keep going round so that it gets
                // there.
                failure = failure == null ? e : failure;
            }
        }
    }

    private IOException failed() {
        if (failure instanceof IOException e) {
            return new IOException(e.getMessage(), e);
        }
        return new IOException("the corpus could not be written: " + failure, failure);
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the import was interrupted");
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        boolean interrupted = false;
        boolean asked = false;
        while (!asked || thread.isAlive()) {
            try {
                if (!asked) {
                    steps.put(() -> false);
                    asked = true;
                }
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the writer thread after what was put. */
    @Override
    public void close() {
        end();
    }
}
