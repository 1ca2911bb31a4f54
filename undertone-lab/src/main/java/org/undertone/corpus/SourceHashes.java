package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sources of an import, whose hashes are computed while it goes on. */
final class SourceHashes implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();

    private record Source(String role, Path file, long bytes, String rootName, String version, FileHash hash) {}

    /** Begins to hash a computational sequence. */
    void add(String role, CsdFile file) throws IOException {
        add(role, file.file(), file.rootName(), CsdMetadata.version(file.metadata()));
    }

    /** Begins to hash a file. */
    void add(String role, Path file, String rootName, String version) throws IOException {
        sources.add(new Source(role, file, Files.size(file), rootName, version, FileHash.start(file)));
    }

    /** Tells which share, in [0, 1], of every source the import has read. */
    void reached(double share) {
        for (Source source : sources) {
            source.hash().reached((long) (share * source.bytes()));
        }
    }

    /** Waits for all hashes. */
    List<CorpusDescription.Source> await() throws IOException {
        List<CorpusDescription.Source> hashed = new ArrayList<>();
        for (Source source : sources) {
            hashed.add(new CorpusDescription.Source(
                    source.role(),
                    source.file().getFileName().toString(),
                    source.bytes(),
                    source.hash().await(),
                    source.rootName(),
                    source.version()));
        }
        return hashed;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.hash().close());
    }
}
