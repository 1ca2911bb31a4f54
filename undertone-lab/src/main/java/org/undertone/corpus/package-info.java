/**
 * Corpora: the frames of many clips on disk, what is known about each clip, and every way of dealing clips out. The
 * import of computational sequences ({@code .csd}), the corpus directory, splits that do not leak, nested label subsets,
 * and the one way in which seeds are derived.
 */
package org.undertone.corpus;
