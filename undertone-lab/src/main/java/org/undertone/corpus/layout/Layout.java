package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.undertone.storage.FileFormatException;

/** How a corpus names its files. */
public sealed interface Layout permits EmoDb, Ravdess, CremaD, Nemo {
    /** The layouts that are known. */
    List<Layout> ALL = List.of(new EmoDb(), new Ravdess(), new CremaD(), new Nemo());

    /** Its name on the command line. */
    String label();

    /**
     * What the name of a file says.
     *
     * @throws FileFormatException where it is no name of this corpus
     */
    SpokenName read(Path file) throws FileFormatException;

    /**
     * The layout of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static Layout of(String label) {
        return ALL.stream()
                .filter(layout -> layout.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no layout '" + label + "'; there are "
                        + ALL.stream().map(Layout::label).collect(Collectors.joining(", "))));
    }
}
