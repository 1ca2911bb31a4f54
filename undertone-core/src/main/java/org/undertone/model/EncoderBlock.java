package org.undertone.model;

/**
 * Scratch for some steps of some states that see the same frames; carries nothing from one block to the next. Not for use by
 * several threads.
 */
final class EncoderBlock {
    /** Most states that go through the network together. */
    static final int MOST_STATES = 3;

    /** A dozen steps: enough that input products share their reading of the weights, few enough to stay in a cache. */
    static final int MOST_STEPS = 12;

    /** {@code [step][column]}: standardised frames. */
    final float[][] frames;
    /** {@code [step][3 hidden]}: what the frames give to the gates of the first layer. */
    final float[][] frameGates;
    /** {@code [step * states + state][3 hidden]}: what a layer gives to the gates of the next. */
    final float[][] inputGates;
    /** {@code [step * states + state][unit]}: units of the layer at work. */
    final float[][] hidden;
    /** {@code [step * states + state][output]}. */
    final float[][] outputs;
    /** {@code [state]}: the units of the step before, which lie elsewhere. */
    final float[][] before;
    /** {@code [state][3 hidden]}: what the units give to the gates of the next step. */
    final float[][] hiddenGates;

    final GruGates gates;

    EncoderBlock(GruEncoderSettings settings, int steps, int states) {
        int most = Math.min(states, MOST_STATES);
        frames = new float[steps][settings.inputs()];
        frameGates = new float[steps][3 * settings.hidden()];
        inputGates = new float[steps * most][3 * settings.hidden()];
        hidden = new float[steps * most][settings.hidden()];
        outputs = new float[steps * most][settings.outputs()];
        before = new float[most][];
        hiddenGates = new float[most][3 * settings.hidden()];
        gates = new GruGates(settings.hidden());
    }
}
