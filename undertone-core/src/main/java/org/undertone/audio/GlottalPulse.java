package org.undertone.audio;

/**
 * One pulse of a synthetic voice: the truth that analysis of the sound is to find.
 *
 * @param startSamples where the glottis opens, in samples from the first, with fraction
 * @param closureSamples where the flow falls most steeply: the glottal closure instant
 * @param periodSamples its period
 * @param rd its shape
 * @param strength its excitation
 * @param doubled whether it is one of an unequal pair: creak
 */
public record GlottalPulse(
        double startSamples,
        double closureSamples,
        double periodSamples,
        double rd,
        double strength,
        boolean doubled) {}
