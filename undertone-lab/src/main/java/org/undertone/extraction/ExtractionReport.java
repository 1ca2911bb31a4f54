package org.undertone.extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.undertone.corpus.CorpusDescription;

/**
 * What an extraction has done.
 *
 * @param corpus the directory that was made
 * @param description what its {@code corpus.json} holds; absent where no recording succeeded, and then nothing was made
 * @param sequences the computational sequences that were written
 * @param failures what did not succeed, in the order of the recordings
 */
public record ExtractionReport(
        Path corpus, Optional<CorpusDescription> description, List<Path> sequences, List<ExtractionFailure> failures) {
    public ExtractionReport {
        sequences = List.copyOf(sequences);
        failures = List.copyOf(failures);
    }
}
