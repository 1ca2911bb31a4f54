package org.undertone.extraction;

/**
 * A recording, or a clip of it, that is not in the corpus.
 *
 * @param id its name
 * @param reason one sentence
 */
public record ExtractionFailure(String id, String reason) {}
