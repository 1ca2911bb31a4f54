package org.undertone.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The SHA-256 of a file, computed on a thread of its own beside the import. It reads the file from front to back, a
 * little ahead of the import, and so brings the pages that the import is about to need into memory; were it far ahead,
 * a file larger than the memory would be read from the disk twice.
 */
final class FileHash implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long AHEAD_BYTES = 1L << 28;

    private final FutureTask<String> task;
    private final Thread thread;
    private final long aheadBytes;
    /** How far the import has come, in bytes of the file. */
    private long reached;

    private FileHash(Path file, long aheadBytes) {
        this.aheadBytes = aheadBytes;
        task = new FutureTask<>(() -> compute(file));
        thread = new Thread(task, "sha-256 of " + file.getFileName());
        thread.setDaemon(true);
    }

    static FileHash start(Path file) {
        return start(file, AHEAD_BYTES);
    }

    /** Starts a hash that stays within so many bytes ahead of the import. */
    static FileHash start(Path file, long aheadBytes) {
        var hash = new FileHash(file, aheadBytes);
        hash.thread.start();
        return hash;
    }

    /** Tells how far into the file the import has come; the hash goes no further than a stretch ahead of it. */
    synchronized void reached(long bytes) {
        reached = Math.max(reached, bytes);
        notifyAll();
    }

    private synchronized void awaitReach(long position) throws InterruptedException {
        while (position > reached + aheadBytes) {
            wait();
        }
    }

    private String compute(Path file) throws IOException, InterruptedException {
        MessageDigest digest = Seed.sha256();
        var buffer = new byte[BUFFER_BYTES];
        try (var stream = Files.newInputStream(file)) {
            long position = 0;
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                position += read;
                awaitReach(position);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Lets the hash go on to the end, and waits for its 64 hexadecimal digits. */
    String await() throws IOException {
        reached(Long.MAX_VALUE - aheadBytes);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the import was interrupted");
        } catch (ExecutionException e) {
            throw new IOException(
                    "the SHA-256 of a source cannot be computed: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    /** Gives up, if it is still computing, and waits until the thread has let go of the file. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
