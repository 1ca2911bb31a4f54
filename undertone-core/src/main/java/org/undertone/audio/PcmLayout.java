package org.undertone.audio;

import java.nio.ByteOrder;

/**
 * Where the samples of a file lie, and how they are written.
 *
 * @param begin of the first byte
 * @param end after the last byte
 */
record PcmLayout(SoundFormat format, SampleEncoding encoding, ByteOrder order, long begin, long end) {
    int frameBytes() {
        return format.channels() * encoding.bytes();
    }

    /** Whole frames; a part of one at the end is none. */
    long frames() {
        return (end - begin) / frameBytes();
    }
}
