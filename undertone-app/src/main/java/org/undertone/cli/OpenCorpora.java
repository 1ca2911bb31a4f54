package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.corpus.Corpus;

/** Several corpora, opened and closed together. */
final class OpenCorpora implements AutoCloseable {
    private final List<Corpus> corpora = new ArrayList<>();

    private OpenCorpora() {}

    static OpenCorpora open(List<Path> directories) throws IOException {
        var open = new OpenCorpora();
        try {
            for (Path directory : directories) {
                open.corpora.add(Corpus.open(directory));
            }
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    List<Corpus> corpora() {
        return List.copyOf(corpora);
    }

    @Override
    public void close() throws IOException {
        for (Corpus corpus : corpora) {
            corpus.close();
        }
    }
}
