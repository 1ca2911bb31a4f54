package org.undertone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sources name. The compiler writes the value of a constant into the class that uses it, so that such an import
 * is in no class file; it is in the source.
 */
final class SourceScan {
    /** Comments, text blocks, strings and characters: in none of them is a name a use. */
    private static final Pattern NO_CODE = Pattern.compile("//[^\n]*"
            + "|(?s:/\\*.*?\\*/)"
            + "|(?s:\"\"\"(?:\\\\.|[^\\\\])*?\"\"\")"
            + "|\"(?:\\\\.|[^\"\\\\\n])*\""
            + "|'(?:\\\\.|[^'\\\\\n])*'");

    /** A name of two parts or more, on one line or several, where an import statement may have {@code static}. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)+(?:\\s*\\.\\s*\\*)?");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private SourceScan() {}

    /** The uses of full names below the root package in all sources below a directory. */
    static List<Use> uses(Path sources, String rootPackage) {
        var uses = new ArrayList<Use>();
        for (Path source : sourcesBelow(sources)) {
            String code = code(source);
            String from = Packages.below(rootPackage, packageOf(source, code));
            String body = PACKAGE.matcher(code).replaceFirst("");
            NAME.matcher(body)
                    .results()
                    .map(name -> name.group().replaceAll("\\s", ""))
                    .filter(name -> name.startsWith(rootPackage + "."))
                    .forEach(name -> uses.add(new Use(from, name, source.getFileName() + " (source)")));
        }
        return uses;
    }

    /** The packages of all sources below a directory, below the root package. */
    static List<String> packages(Path sources, String rootPackage) {
        return sourcesBelow(sources).stream()
                .map(source -> Packages.below(rootPackage, packageOf(source, code(source))))
                .distinct()
                .sorted()
                .toList();
    }

    /** The text of a source without comments, and with empty strings. */
    static String codeOf(String text) {
        return NO_CODE.matcher(text).replaceAll(skipped -> skipped.group().startsWith("/") ? " " : "\"\"");
    }

    private static String code(Path source) {
        try {
            return codeOf(Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(Path source, String code) {
        var statement = PACKAGE.matcher(code);
        if (!statement.find()) {
            throw new IllegalArgumentException(source + " states no package");
        }
        return statement.group(1);
    }

    private static List<Path> sourcesBelow(Path directory) {
        try (var tree = Files.walk(directory)) {
            return tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
