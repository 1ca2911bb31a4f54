package org.undertone.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.undertone.audio.AudioDecoder;
import org.undertone.extraction.FrameExtraction;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.media.AudioFiles;

/**
 * What {@code extract} works with.
 *
 * @param decoder opens audio files; shared by all workers
 * @param decoderName what the corpus says decoded them
 * @param isRecording which files of a directory are meant
 * @param extraction makes what one worker computes frames with
 */
record ExtractionTools(
        AudioDecoder decoder,
        String decoderName,
        Predicate<Path> isRecording,
        Function<ExtractorSettings, FrameExtraction> extraction) {
    ExtractionTools {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(decoderName, "decoderName");
        Objects.requireNonNull(isRecording, "isRecording");
        Objects.requireNonNull(extraction, "extraction");
    }

    /** The ones of this release. */
    static ExtractionTools ofRelease() {
        return new ExtractionTools(
                AudioFiles.create(),
                "Undertone for WAV, AIFF and AU; FFmpeg for the others",
                AudioFiles::isNamedAsRecording,
                settings -> FrameExtraction.of(FeatureExtractor.create(settings)));
    }
}
