package org.undertone.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was met on the way to a corpus: settings, sources, repairs by kind, what was left out, warnings. */
public final class CorpusNotes {
    private final Map<String, String> extraction = new LinkedHashMap<>();
    private final List<CorpusDescription.Source> sources = new ArrayList<>();
    private final Map<String, Long> repairs = new TreeMap<>();
    private final List<CorpusDescription.Dropped> dropped = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Takes down how the frames were computed from audio: settings by name. */
    public void extraction(Map<String, String> settings) {
        extraction.putAll(settings);
    }

    /** Takes down a file that the corpus is made from. */
    public void source(CorpusDescription.Source source) {
        sources.add(source);
    }

    /** Counts one fault that was mended. */
    void repair(String kind) {
        repairs.merge(kind, 1L, Long::sum);
    }

    void drop(Segment segment, String reason) {
        drop(segment.id(), segment.start(), segment.end(), reason);
    }

    /**
     * Takes down a clip that was left out.
     *
     * @param start in seconds; not a number where it is not known
     * @param end in seconds; not a number where it is not known
     * @param reason why, one sentence
     */
    public void drop(String id, double start, double end, String reason) {
        dropped.add(new CorpusDescription.Dropped(id, start, end, reason));
    }

    /** Takes down a sentence for the reader's attention. */
    public void warn(String sentence) {
        warnings.add(sentence);
    }

    Map<String, String> extraction() {
        return Collections.unmodifiableMap(extraction);
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
