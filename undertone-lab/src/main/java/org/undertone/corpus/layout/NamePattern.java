package org.undertone.corpus.layout;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.storage.FileFormatException;

/**
 * The form of a corpus's file names, without their ending.
 *
 * @param corpus its name, for messages
 * @param form one group for each part
 * @param example a name of that form
 */
record NamePattern(String corpus, Pattern form, String example) {
    static NamePattern of(String corpus, String form, String example) {
        return new NamePattern(corpus, Pattern.compile(form), example);
    }

    /** The parts of a file's name, by group. */
    Matcher parts(Path file) throws FileFormatException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Matcher parts = form.matcher(name);
        if (!parts.matches()) {
            throw new FileFormatException(
                    file, "name", "'" + name + "' is not of the form of " + corpus + ", such as " + example);
        }
        return parts;
    }
}
