package org.undertone.cli;

import java.util.Objects;
import java.util.function.Function;
import org.undertone.audio.AudioDecoder;
import org.undertone.extraction.FrameExtraction;
import org.undertone.features.ExtractorSettings;

/**
 * What {@code extract} works with.
 *
 * @param decoder opens audio files; shared by all workers
 * @param decoderName what the corpus says decoded them
 * @param extraction makes what one worker computes frames with
 */
record ExtractionTools(
        AudioDecoder decoder, String decoderName, Function<ExtractorSettings, FrameExtraction> extraction) {
    ExtractionTools {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(decoderName, "decoderName");
        Objects.requireNonNull(extraction, "extraction");
    }
}
