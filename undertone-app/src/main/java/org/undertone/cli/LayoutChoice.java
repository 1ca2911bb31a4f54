package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.undertone.corpus.layout.Layout;
import org.undertone.extraction.Recording;
import org.undertone.extraction.Recordings;

/**
 * Where labels come from: the names of files, a table, or nowhere.
 *
 * @param layout how the corpus names its files
 * @param table {@code file,group,...}
 */
record LayoutChoice(Optional<Layout> layout, Optional<Path> table) {
    private static final String TABLE = "csv=";

    /**
     * What an option says; nothing where it is null.
     *
     * @throws IllegalArgumentException where there is no such layout
     */
    static LayoutChoice of(String option) {
        if (option == null) {
            return new LayoutChoice(Optional.empty(), Optional.empty());
        }
        if (option.startsWith(TABLE) && option.length() > TABLE.length()) {
            return new LayoutChoice(Optional.empty(), Optional.of(Path.of(option.substring(TABLE.length()))));
        }
        try {
            return new LayoutChoice(Optional.of(Layout.of(option)), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", csv=FILE", e);
        }
    }

    /**
     * Whether this can be named beside it: a table names the files itself, so that only the directory they are in can.
     */
    boolean allows(List<Path> named) {
        return table.isEmpty() || named.isEmpty() || named.size() == 1 && Files.isDirectory(named.get(0));
    }

    /** The recordings that are named; where a table names them, of the directory given or else its own. */
    List<Recording> recordings(List<Path> named, Recordings files) throws IOException {
        if (table.isEmpty()) {
            return layout.isPresent() ? files.named(named, layout.get()) : files.unlabelled(named);
        }
        Path own = table.get().toAbsolutePath().getParent();
        Path directory = named.isEmpty() ? own : named.get(0);
        return files.tabled(table.get(), directory);
    }
}
