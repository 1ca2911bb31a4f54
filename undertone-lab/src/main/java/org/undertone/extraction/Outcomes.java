package org.undertone.extraction;

import java.util.List;
import java.util.Optional;

/** What became of each recording. Workers set what is theirs; it is read when all have ended. */
final class Outcomes {
    private final List<Recording> recordings;
    private final Part[] parts;
    private final ExtractionFailure[] failures;

    Outcomes(List<Recording> recordings) {
        this.recordings = recordings;
        this.parts = new Part[recordings.size()];
        this.failures = new ExtractionFailure[recordings.size()];
    }

    void succeeded(int number, Part part) {
        parts[number] = part;
    }

    ExtractionFailure failed(int number, String reason) {
        failures[number] = new ExtractionFailure(recordings.get(number).id(), reason);
        return failures[number];
    }

    /** Number of recordings. */
    int count() {
        return parts.length;
    }

    Recording recording(int number) {
        return recordings.get(number);
    }

    /** Its frames; absent where it has failed. */
    Optional<Part> part(int number) {
        return Optional.ofNullable(parts[number]);
    }

    /** Why it has failed; absent where it has not. */
    Optional<ExtractionFailure> failure(int number) {
        return Optional.ofNullable(failures[number]);
    }
}
