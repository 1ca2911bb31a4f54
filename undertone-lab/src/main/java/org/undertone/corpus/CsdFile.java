package org.undertone.corpus;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.nio.FileChannelFromSeekableByteChannel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Inflater;
import org.undertone.storage.FileFormatException;

/**
 * A computational sequence ({@code .csd}), the HDF5 layout in which CMU-MOSEI is published, open for reading:
 * {@code /<root>/data/<video>/features} and {@code /intervals}, and {@code /<root>/metadata/<key>}. Both container forms
 * are read, contiguous data and gzipped chunks. Entries of aligned files, {@code <video>[i]}, are gathered by video. For use by one thread at a time.
 */
public final class CsdFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Inflater inflater = new Inflater();
    private final String rootName;
    private final CsdMetadata metadata;
    private final Map<String, List<Group>> entries;

    private CsdFile(Path file, FileChannel channel, Group root) throws FileFormatException {
        this.file = file;
        this.channel = channel;
        this.rootName = root.getName();
        this.metadata = CsdMetadata.read(root);
        this.entries = entries(root);
    }

    /**
     * Opens a file and finds its videos; features and intervals are read later.
     *
     * @throws FileFormatException if it is no computational sequence, truncated or damaged
     */
    public static CsdFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(file, "file", "is a directory, expected a .csd file");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return guarded(file, "HDF5 structure", () -> open(file, channel));
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    private static CsdFile open(Path file, FileChannel channel) throws IOException {
        long bytes = channel.size();
        if (bytes == 0) {
            throw new FileFormatException(file, "file", "is empty");
        }
        HdfFile hdf;
        try {
            // Not memory-mapped: thousands of small maps exhaust the process's limit, and a file that shrinks while
            // it is mapped ends the whole process.
            hdf = new HdfFile(new FileChannelFromSeekableByteChannel(channel));
        } catch (HdfException e) {
            throw new FileFormatException(file, "file", "is no HDF5 file, or its beginning is damaged", e);
        }
        long claimed = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        if (claimed > bytes) {
            throw new FileFormatException(
                    file,
                    "file",
                    "is truncated: it has " + bytes + " bytes but was written with " + claimed
                            + "; copy or download it again");
        }
        return new CsdFile(file, channel, root(file, hdf));
    }

    private static Group root(Path file, HdfFile hdf) throws FileFormatException {
        for (Node node : hdf.getChildren().values()) {
            if (node instanceof Group group && group.getChild("data") instanceof Group) {
                return group;
            }
        }
        throw new FileFormatException(
                file, "file", "is HDF5 but no computational sequence: no group in it holds a group 'data'");
    }

    private Map<String, List<Group>> entries(Group root) throws FileFormatException {
        Map<String, List<Group>> byVideo = new TreeMap<>();
        for (Node node : ((Group) root.getChild("data")).getChildren().values()) {
            String video = node.getName().split("\\[", 2)[0];
            if (!(node instanceof Group group) || video.isBlank()) {
                throw new FileFormatException(file, "entry '" + node.getName() + "'", "is not a video's group");
            }
            byVideo.computeIfAbsent(video, name -> new ArrayList<>()).add(group);
        }
        if (byVideo.isEmpty()) {
            throw new FileFormatException(file, "data", "holds no videos");
        }
        // Not as text, where [10] comes before [2].
        Comparator<Group> byIndex = Comparator.comparingInt(
                        (Group group) -> group.getName().length())
                .thenComparing(Group::getName);
        byVideo.values().forEach(groups -> groups.sort(byIndex));
        return byVideo;
    }

    /** The file this was opened from. */
    public Path file() {
        return file;
    }

    /** The name of the root group, whatever it is: {@code COVAREP}, {@code All Labels}. */
    public String rootName() {
        return rootName;
    }

    /** The metadata by key, as text without JSON's quotes; empty where the file has none. */
    public Map<String, String> metadata() {
        return metadata.texts();
    }

    /** The names of the dimensions, where the file has a readable list of them; else empty. */
    public List<String> dimensionNames() {
        return metadata.dimensionNames();
    }

    /** Every video's id, in alphabetical order. */
    public Set<String> videos() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * Its extent; reads the shapes of all entries and none of their numbers.
     *
     * @throws FileFormatException naming the first video that is not as it should be
     */
    public CsdSummary summary() throws IOException {
        int count = 0;
        long rows = 0;
        int columns = 0;
        for (String video : videos()) {
            for (CsdEntry entry : entries(video)) {
                if (count > 0 && entry.features().columns() != columns) {
                    throw new FileFormatException(
                            file,
                            "video '" + video + "'",
                            "has " + entry.features().columns() + " columns where those before have " + columns);
                }
                columns = entry.features().columns();
                rows += entry.rows();
                count++;
            }
        }
        return new CsdSummary(videos().size(), count, rows, columns);
    }

    /** The entries of one video, checked: same number of rows in features and intervals, same columns in all entries. */
    List<CsdEntry> entries(String video) throws IOException {
        List<CsdEntry> checked = new ArrayList<>();
        for (Group group : entries.get(video)) {
            String where = "video '" + group.getName() + "'";
            CsdEntry entry =
                    guarded(file, where, () -> new CsdEntry(matrix(group, "features"), matrix(group, "intervals")));
            entry.check(file, where);
            checked.add(entry);
        }
        return checked;
    }

    private CsdMatrix matrix(Group group, String name) throws IOException {
        String where = "video '" + group.getName() + "'";
        if (!(group.getChild(name) instanceof Dataset dataset)) {
            throw new FileFormatException(file, where, "has no '" + name + "'");
        }
        return CsdMatrix.of(new CsdMatrix.Place(file, channel, inflater, where + ", " + name), dataset);
    }

    /** Something that may fail. */
    interface Step<T> {
        T run() throws IOException;
    }

    /**
     * Runs a step on a file that may be damaged in any way, so that whatever the HDF5 reader stumbles over becomes one
     * sentence: it follows addresses and believes sizes, and fails with exceptions of every kind.
     */
    static <T> T guarded(Path file, String where, Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new FileFormatException(file, where, problem(e), e);
        }
    }

    private static String problem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedHdfException) {
                return "uses a form of HDF5 that cannot be read (" + cause.getMessage()
                        + "); write it again in the form of HDF5 1.10 or older";
            }
        }
        return "is damaged";
    }

    @Override
    public void close() throws IOException {
        // Not the HDF5 reader, whose close insists on having opened the file itself; it holds nothing but the channel.
        inflater.end();
        channel.close();
    }
}
