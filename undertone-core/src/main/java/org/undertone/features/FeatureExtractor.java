package org.undertone.features;

import java.io.IOException;
import java.util.Objects;
import org.undertone.audio.AudioStream;

/** From samples to frames. Not for use by several threads: give each its own. */
public final class FeatureExtractor {
    private final ExtractorSettings settings;

    private FeatureExtractor(ExtractorSettings settings) {
        this.settings = settings;
    }

    /** An extractor. */
    public static FeatureExtractor create(ExtractorSettings settings) {
        return new FeatureExtractor(Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The frames of a whole recording.
     *
     * @throws IOException where the stream fails
     */
    public Frames extract(AudioStream stream) throws IOException {
        throw new UnsupportedOperationException("not written yet: " + settings + stream);
    }

    /**
     * The frames of a clip.
     *
     * @param samples full scale is [-1, 1)
     * @param rate samples per second
     */
    public Frames extract(double[] samples, int rate) {
        throw new UnsupportedOperationException("not written yet: " + settings + samples.length + rate);
    }
}
