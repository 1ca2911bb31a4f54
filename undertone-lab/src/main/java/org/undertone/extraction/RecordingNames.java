package org.undertone.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undertone.audio.FoundRecording;

/**
 * Names of recordings, each different: that of the file without its ending; where several files share it, with the
 * directories on the way to it before it; where that is shared too, with the ending behind it.
 */
final class RecordingNames {
    private RecordingNames() {}

    /** One name for each file, in order. */
    static List<String> of(List<FoundRecording> files) {
        List<Function<FoundRecording, String>> ways = List.of(
                found -> stem(found.file().getFileName().toString()),
                found -> stem(joined(found.relative())),
                found -> joined(found.relative()),
                found -> joined(found.file().toAbsolutePath().normalize()));
        var names = new ArrayList<String>();
        for (FoundRecording found : files) {
            names.add(clean(ways.get(0).apply(found)));
        }
        for (Function<FoundRecording, String> way : ways.subList(1, ways.size())) {
            Set<String> shared = shared(names);
            for (int i = 0; i < names.size(); i++) {
                if (shared.contains(names.get(i))) {
                    names.set(i, clean(way.apply(files.get(i))));
                }
            }
        }
        return numbered(names);
    }

    private static Set<String> shared(List<String> names) {
        Map<String, Long> counts = names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return names.stream().filter(name -> counts.get(name) > 1).collect(Collectors.toSet());
    }

    /** What is left to tell apart are paths that differ in the characters that were replaced. */
    private static List<String> numbered(List<String> names) {
        var taken = new HashSet<String>(names);
        var used = new HashSet<String>();
        var counts = new HashMap<String, Integer>();
        return names.stream()
                .map(name -> {
                    String different = name;
                    while (!used.add(different)) {
                        do {
                            different = name + "_" + counts.merge(name, 1, Integer::sum);
                        } while (taken.contains(different));
                    }
                    return different;
                })
                .toList();
    }

    private static String joined(Path path) {
        var parts = new ArrayList<String>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("_", parts);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Without the characters that mean something in computational sequences. */
    private static String clean(String name) {
        String clean = name.replaceAll("[\\[\\]/\\p{Cntrl}]", "_").strip();
        return clean.isEmpty() ? "_" : clean;
    }
}
