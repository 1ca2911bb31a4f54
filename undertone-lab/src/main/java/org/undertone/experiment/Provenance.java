package org.undertone.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.CorpusDescription;
import org.undertone.storage.JsonFile;

/**
 * Where a result comes from: versions, machine, seed and data. Holds no clock time, so that the same work gives the same
 * bytes.
 *
 * @param values by name, in order
 */
public record Provenance(Map<String, String> values) {

    /** Name of the identity of the corpus. */
    static final String CORPUS = "corpus";

    /** Name of the file that the frames come from. */
    static final String ACOUSTIC = "source acoustic";

    /** Name of the number of trials of a whole run. */
    static final String TRIALS = "trials";

    /** Copies the values. */
    public Provenance {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What is known about work on a corpus. */
    public static Provenance of(Corpus corpus, long seed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("undertone", version());
        values.put("seed", Long.toString(seed));
        values.put(CORPUS, corpus.hash());
        values.put("corpus clips", Integer.toString(corpus.size()));
        for (CorpusDescription.Source source : corpus.description().sources()) {
            values.put("source " + source.role(), source.file() + " sha256:" + source.sha256());
        }
        values.put("java", System.getProperty("java.version") + " " + System.getProperty("java.vm.vendor"));
        values.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        values.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        values.put("libtorch", libraryVersion("pytorch"));
        values.put("oneDNN", libraryVersion("dnnl"));
        return new Provenance(values);
    }

    /** The same with one more value. */
    public Provenance with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Provenance(more);
    }

    /** As a JSON object. */
    public ObjectNode json() {
        ObjectNode json = JsonFile.object();
        values.forEach(json::put);
        return json;
    }

    private static String version() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    private static String libraryVersion(String artifact) {
        try {
            return Loader.getVersion("org.bytedeco", artifact);
        } catch (java.io.IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }
}
