package org.undertone.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was met on the way to a corpus: sources, repairs by kind, dropped segments, warnings. */
final class ImportNotes {
    private final List<CorpusDescription.Source> sources = new ArrayList<>();
    private final Map<String, Long> repairs = new TreeMap<>();
    private final List<CorpusDescription.Dropped> dropped = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void source(CorpusDescription.Source source) {
        sources.add(source);
    }

    /** Counts one fault that was mended. */
    void repair(String kind) {
        repairs.merge(kind, 1L, Long::sum);
    }

    void drop(Segment segment, String reason) {
        dropped.add(new CorpusDescription.Dropped(segment.id(), segment.start(), segment.end(), reason));
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    List<CorpusDescription.Source> sources() {
        return Collections.unmodifiableList(sources);
    }

    Map<String, Long> repairs() {
        return Collections.unmodifiableMap(repairs);
    }

    List<CorpusDescription.Dropped> dropped() {
        return Collections.unmodifiableList(dropped);
    }

    List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }
}
