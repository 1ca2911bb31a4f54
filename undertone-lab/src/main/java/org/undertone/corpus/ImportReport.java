package org.undertone.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import has done.
 *
 * @param corpus the directory that was made
 * @param description what its {@code corpus.json} holds
 */
public record ImportReport(Path corpus, CorpusDescription description) {

    /** Sentences for people: what was imported, repaired and left out, and every warning. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(description.clips() + " clips with " + description.rows() + " frames of "
                + description.columns().size() + " columns imported to " + corpus);
        description.repairs().forEach((kind, count) -> sentences.add(kind + ": " + count));
        long missing = description.missingValues().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (missing > 0) {
            sentences.add("values that are missing (not finite): " + missing + ", in columns "
                    + String.join(", ", description.missingValues().keySet()));
        }
        if (!description.deadColumns().isEmpty()) {
            sentences.add("columns that never change: " + String.join(", ", description.deadColumns()));
        }
        dropped().forEach((reason, count) -> sentences.add("segments dropped because " + reason + ": " + count));
        sentences.addAll(description.warnings());
        return List.copyOf(sentences);
    }

    private Map<String, Integer> dropped() {
        var reasons = new TreeMap<String, Integer>();
        description.dropped().forEach(segment -> reasons.merge(segment.reason(), 1, Integer::sum));
        return reasons;
    }
}
