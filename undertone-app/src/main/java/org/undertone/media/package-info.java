/** Recordings of every known format: those of core in plain Java, the others through FFmpeg. */
package org.undertone.media;
