package org.undertone.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The place beside a target where it is made, {@code .NAME.<process>-<number>.partial}. What a killed process left
 * there is removed when the same target is made again; what a living process is making stays.
 */
final class Staging {
    private static final String SUFFIX = ".partial";
    private static final AtomicLong NUMBER = new AtomicLong();
    /** What this process is making now: its process id alone cannot tell these from what an older one left. */
    private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

    private Staging() {}

    /** A path beside the target that does not exist yet; missing parent directories are made, left-overs removed. */
    static Path reserve(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null || absolute.getFileName() == null) {
            throw new IOException(target + ": cannot be written, it is the root of a file system");
        }
        Files.createDirectories(parent);
        String prefix = "." + absolute.getFileName() + ".";
        removeLeftOvers(parent, prefix);
        long process = ProcessHandle.current().pid();
        Path staged = parent.resolve(prefix + process + "-" + NUMBER.incrementAndGet() + SUFFIX);
        LIVE.add(staged);
        return staged;
    }

    /** Gives the staged file or directory its final name, durably. */
    static void publish(Path staged, Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.move(staged, absolute, StandardCopyOption.ATOMIC_MOVE);
        LIVE.remove(staged);
        syncDirectory(absolute.getParent());
    }

    /** Removes what was staged and not published. */
    static void discard(Path staged) throws IOException {
        deleteTree(staged);
        LIVE.remove(staged);
    }

    /** Makes the names in a directory durable; on Windows, where a directory cannot be opened, there is no such call. */
    static void syncDirectory(Path directory) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void removeLeftOvers(Path parent, String prefix) throws IOException {
        List<Path> leftOvers;
        try (var siblings = Files.list(parent)) {
            leftOvers = siblings.filter(sibling -> isLeftOver(sibling, prefix)).toList();
        }
        for (Path leftOver : leftOvers) {
            deleteTree(leftOver);
        }
    }

    private static boolean isLeftOver(Path sibling, String prefix) {
        String name = sibling.getFileName().toString();
        if (!name.startsWith(prefix) || !name.endsWith(SUFFIX) || LIVE.contains(sibling)) {
            return false;
        }
        // Exactly process-number in between, so that the staging of "a.b" is none of "a".
        String made = name.substring(prefix.length(), Math.max(prefix.length(), name.length() - SUFFIX.length()));
        if (!made.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return false;
        }
        long process = Long.parseLong(made.substring(0, made.indexOf('-')));
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (var tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
