package org.undertone.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the samples of headerless sound are written; little-endian, one channel. */
public enum RawEncoding {
    /** Whole numbers of 16 bits. */
    S16LE("s16le", SampleEncoding.SIGNED_16),
    /** Floats of 32 bits, full scale is [-1, 1). */
    F32LE("f32le", SampleEncoding.FLOAT_32);

    private final String label;
    private final SampleEncoding samples;

    RawEncoding(String label, SampleEncoding samples) {
        this.label = label;
        this.samples = samples;
    }

    /** The name on the command line and in addresses, which is FFmpeg's. */
    public String label() {
        return label;
    }

    /** Bytes of a sample. */
    public int bytes() {
        return samples.bytes();
    }

    /** The whole samples of some bytes; full scale is [-1, 1). */
    public double[] decode(byte[] sound) {
        var decoded = new double[sound.length / bytes()];
        samples.decode(ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN), decoded, decoded.length);
        return decoded;
    }

    SampleEncoding samples() {
        return samples;
    }

    /**
     * The encoding of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static RawEncoding of(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no encoding '" + label + "'; there are "
                        + Arrays.stream(values()).map(RawEncoding::label).collect(Collectors.joining(" and "))));
    }
}
