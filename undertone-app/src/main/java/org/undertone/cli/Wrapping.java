package org.undertone.cli;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines that are no longer than a terminal is wide. */
final class Wrapping {
    private Wrapping() {}

    /** Breaks between words; a word that is longer than a line is broken where the line ends. */
    static List<String> lines(String sentence, int columns) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
            while (line.length() > columns) {
                lines.add(line.substring(0, columns));
                line.delete(0, columns);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
