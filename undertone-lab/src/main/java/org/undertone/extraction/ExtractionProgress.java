package org.undertone.extraction;

/**
 * How far an extraction has come.
 *
 * @param doneBytes size of what is done, of the sources as they are stored
 * @param totalBytes size of all sources
 * @param resumedBytes how much of what is done an earlier run has done
 * @param audioSeconds duration of what this run has read
 */
public record ExtractionProgress(long doneBytes, long totalBytes, long resumedBytes, double audioSeconds) {}
