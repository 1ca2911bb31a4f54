/**
 * From recordings to a corpus: frames are computed in parallel, kept beside the target while the work goes on, and
 * joined to a corpus directory, and to computational sequences ({@code .csd}), in the order of the recordings.
 */
package org.undertone.extraction;
