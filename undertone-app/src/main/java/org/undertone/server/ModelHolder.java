package org.undertone.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The model that is served now. Looks at its directory once a second and reads it anew when other files are in it; what
 * cannot be read, or cannot predict, is not served, and the model before it goes on. Who began with a model keeps it.
 */
final class ModelHolder implements AutoCloseable {
    private final Path directory;
    private final InstantSource time;
    private final Heard heard;
    private final Thread watcher;
    private volatile ServedModel current;
    private volatile String warning = "";
    private ModelIdentity identity;
    private volatile boolean closed;

    /** Who hears of other models. */
    interface Heard {
        void swapped(ServedModel model);

        void failed(String reason);
    }

    private ModelHolder(Path directory, InstantSource time, Heard heard) {
        this.directory = directory;
        this.time = time;
        this.heard = heard;
        watcher = new Thread(this::watch, "undertone-model");
        watcher.setDaemon(true);
    }

    /**
     * Reads a model and begins to watch its directory.
     *
     * @throws IOException where it cannot be read
     */
    static ModelHolder open(Path directory, InstantSource time, Heard heard) throws IOException {
        var holder = new ModelHolder(directory, time, heard);
        holder.identity = ModelIdentity.of(directory);
        holder.current = holder.read();
        holder.watcher.start();
        return holder;
    }

    ServedModel current() {
        return current;
    }

    /** Why the directory holds something that is not served; empty where it holds what is served. */
    Optional<String> warning() {
        return warning.isEmpty() ? Optional.empty() : Optional.of(warning);
    }

    private ServedModel read() throws IOException {
        // A link may be turned to another directory meanwhile: all files are read from where it points now.
        ServedModel read = ServedModel.read(directory.toRealPath(), time.instant());
        Rehearsal.of(read.model());
        return read;
    }

    private void watch() {
        while (!closed) {
            try {
                look();
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() throws InterruptedException {
        ModelIdentity now = ModelIdentity.of(directory);
        if (now.equals(identity)) {
            return;
        }
        // Files that are being written are left alone until they rest.
        ModelIdentity before;
        do {
            before = now;
            TimeUnit.MILLISECONDS.sleep(300);
            now = ModelIdentity.of(directory);
        } while (!now.equals(before) && !closed);
        identity = now;
        try {
            ServedModel read = read();
            warning = "";
            if (!read.id().equals(current.id())) {
                current = read;
                heard.swapped(read);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            warning = "the model directory changed to what cannot be served (" + e.getMessage()
                    + "); the model before goes on";
            heard.failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
