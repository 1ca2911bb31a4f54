package org.undertone.bench;

import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.undertone.corpus.CsdImport;
import org.undertone.corpus.ImportProgress;
import org.undertone.corpus.ImportSettings;

/**
 * The rate of an import beside what bounds it, in one process: a plain read of the file from front to back and, where it
 * is compressed, a plain pass of the JDK's inflater over its chunks on one thread. Medians; the files are put out of the
 * system's cache before each pass where the machine lets us, and left in it in a second round.
 */
public final class ImportBenchmark {
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final int READ_BYTES = 1 << 20;
    private static final int RUNS = 5;
    private static final double MEGA = 1e6;

    private final Path acoustic;
    private final Path labels;
    private final int runs;
    private final PrintStream out;

    private ImportBenchmark(Path acoustic, Path labels, int runs, PrintStream out) {
        this.acoustic = acoustic;
        this.labels = labels;
        this.runs = runs;
        this.out = out;
    }

    /** Something to be timed; returns the number of bytes by which its rate is counted. */
    private interface Pass {
        long run() throws IOException;
    }

    /** Runs with the acoustic file, the label file, and optionally the number of runs. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        if (arguments.length < 2) {
            out.println("usage: bench/import ACOUSTIC.csd LABELS.csd [RUNS]");
            System.exit(2);
        }
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : RUNS;
        new ImportBenchmark(Path.of(arguments[0]), Path.of(arguments[1]), runs, out).run();
    }

    private void run() throws IOException {
        List<Chunk> chunks = chunks();
        out.printf(
                "%s: %.0f MB, %s%n",
                acoustic,
                Files.size(acoustic) / MEGA,
                chunks.isEmpty() ? "contiguous" : chunks.size() + " compressed chunks");
        out.printf("%-28s %10s %10s %10s%n", "", "MB", "s", "MB/s");
        for (boolean cold : Files.isWritable(DROP_CACHES) ? new boolean[] {true, false} : new boolean[] {false}) {
            String from = cold ? "from disk" : "from cache";
            // Alternating, so that whatever else the machine does meets all alike.
            List<List<Double>> seconds = new ArrayList<>();
            List<Pass> passes = passes(chunks);
            passes.forEach(pass -> seconds.add(new ArrayList<>()));
            var bytes = new long[passes.size()];
            for (int run = 0; run < runs; run++) {
                for (int pass = 0; pass < passes.size(); pass++) {
                    if (cold) {
                        Files.writeString(DROP_CACHES, "3");
                    }
                    long start = System.nanoTime();
                    bytes[pass] = passes.get(pass).run();
                    seconds.get(pass).add((System.nanoTime() - start) / 1e9);
                }
            }
            String[] names = {"plain read", "import", "inflate alone"};
            for (int pass = 0; pass < passes.size(); pass++) {
                print(names[pass] + ", " + from, bytes[pass], median(seconds.get(pass)));
            }
            if (passes.size() > 2) {
                print("import as inflated, " + from, bytes[2], median(seconds.get(1)));
                out.println("(an import leaves chunks alone that hold no row of a clip)");
            }
        }
    }

    private List<Pass> passes(List<Chunk> chunks) {
        List<Pass> passes = new ArrayList<>(List.of(this::plainRead, this::importOnce));
        if (!chunks.isEmpty()) {
            passes.add(() -> inflate(chunks));
        }
        return passes;
    }

    private void print(String name, long bytes, double seconds) {
        out.printf("%-28s %10.0f %10.2f %10.0f%n", name, bytes / MEGA, seconds, bytes / MEGA / seconds);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private long plainRead() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(acoustic, StandardOpenOption.READ)) {
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer.clear())) {
                bytes += read;
            }
        }
        return bytes;
    }

    private long importOnce() throws IOException {
        Path target = acoustic.resolveSibling("imported");
        try {
            CsdImport.run(
                    new ImportSettings(acoustic, labels, Optional.empty(), Optional.empty(), target),
                    ImportProgress.NONE);
        } finally {
            delete(target);
        }
        return Files.size(acoustic);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Every chunk of every video's features, none where they are not compressed. */
    private List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        try (HdfFile hdf = new HdfFile(acoustic)) {
            HdfBackingStorage storage = hdf.getHdfBackingStorage();
            Group root = (Group) hdf.getChildren().values().iterator().next();
            for (Node video : ((Group) root.getChild("data")).getChildren().values()) {
                Dataset features = (Dataset) ((Group) video).getChild("features");
                ObjectHeader header = ObjectHeader.readObjectHeader(storage, features.getAddress());
                if (!header.hasMessageOfType(ChunkedDataLayoutMessage.class)) {
                    return List.of();
                }
                long tree =
                        header.getMessageOfType(ChunkedDataLayoutMessage.class).getBTreeAddress();
                chunks.addAll(BTreeV1.createDataBTree(storage, tree, 2).getChunks());
            }
        }
        return chunks;
    }

    private long inflate(List<Chunk> chunks) throws IOException {
        var stored = new byte[READ_BYTES];
        var inflated = new byte[READ_BYTES];
        long bytes = 0;
        var inflater = new Inflater();
        try (FileChannel channel = FileChannel.open(acoustic, StandardOpenOption.READ)) {
            for (Chunk chunk : chunks) {
                if (stored.length < chunk.getSize()) {
                    stored = Arrays.copyOf(stored, chunk.getSize());
                }
                channel.read(ByteBuffer.wrap(stored, 0, chunk.getSize()), chunk.getAddress());
                inflater.reset();
                inflater.setInput(stored, 0, chunk.getSize());
                for (int read = inflater.inflate(inflated); read > 0; read = inflater.inflate(inflated)) {
                    bytes += read;
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(acoustic + " holds a chunk that is no gzip", e);
        } finally {
            inflater.end();
        }
        return bytes;
    }
}
