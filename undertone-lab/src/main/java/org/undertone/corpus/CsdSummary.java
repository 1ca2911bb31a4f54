package org.undertone.corpus;

/**
 * The extent of a computational sequence.
 *
 * @param videos how many videos it has
 * @param entries how many entries; more than videos where the file is cut into segments, as aligned files are
 * @param rows rows of all entries together
 * @param columns values in a row
 */
public record CsdSummary(int videos, int entries, long rows, int columns) {}
