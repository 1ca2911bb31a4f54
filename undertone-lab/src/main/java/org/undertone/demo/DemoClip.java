package org.undertone.demo;

import java.util.List;
import org.undertone.audio.SyntheticVoice;
import org.undertone.corpus.Seed;

/**
 * One clip of the demonstration: who says something in which mood. The same clip is always the same samples.
 *
 * @param id its name: {@code voice-03-17}
 * @param speaker who speaks
 * @param mood what it is meant to express
 * @param seed decides the sentence and every chance
 */
record DemoClip(String id, SpeakerProfile speaker, Mood mood, long seed) {
    /** How unequally the cues of an emotion come out, as a standard deviation of their factor. */
    private static final double CUE_DEVIATION = 0.35;

    /** What the voice does. */
    Delivery delivery() {
        var chance = new Chance(Seed.derive(seed, "delivery"));
        Expression expression = mood.expression(speaker.expressiveness()).varied(chance, CUE_DEVIATION);
        return Delivery.of(speaker, expression, chance);
    }

    /** The sound, full scale is [-1, 1), at {@link Delivery#RATE}. */
    double[] samples() {
        Delivery delivery = delivery();
        return SyntheticVoice.create(delivery.settings())
                .speak(delivery.states(), Seed.derive(seed, "voice"))
                .samples();
    }

    /** What it is labelled with. */
    List<Double> labels() {
        return mood.labels();
    }
}
