package org.undertone.model;

import java.util.List;
import org.undertone.features.Standardizer;

/**
 * Takes states through frames that all of them see, many frames and up to three states at a time, so that what they have in
 * common is computed once. A state becomes what {@link EmotionModel#step} makes of it frame by frame, to the last bit. Owns
 * scratch: not for use by several threads.
 */
final class FrameBlock {
    private final PretrainedEncoder encoder;
    private final ScoreHead head;
    private final EncoderBlock block;

    /** For so many states at once; more take turns. */
    FrameBlock(PretrainedEncoder encoder, ScoreHead head, int states) {
        this.encoder = encoder;
        this.head = head;
        this.block = encoder.encoder().block(EncoderBlock.MOST_STEPS, states);
    }

    /**
     * Takes states through frames.
     *
     * @param frames {@code [time][column]}, raw, row-major; not changed
     * @param first the first of them that counts
     * @param states with room for so many steps
     */
    void advance(float[] frames, int first, int count, List<ModelState> states) {
        for (int done = 0; done < count; done += EncoderBlock.MOST_STEPS) {
            int steps = Math.min(EncoderBlock.MOST_STEPS, count - done);
            load(encoder.standardizer(), frames, first + done, steps, block);
            encoder.encoder().prepare(block, steps);
            for (int state = 0; state < states.size(); state += block.before.length) {
                run(steps, states.subList(state, Math.min(states.size(), state + block.before.length)));
            }
        }
    }

    private void run(int steps, List<ModelState> states) {
        encoder.encoder()
                .run(block, steps, states.stream().map(state -> state.encoder).toArray(EncoderState[]::new));
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < states.size(); i++) {
                ModelState state = states.get(i);
                head.gather(state, block.outputs[step * states.size() + i], state);
            }
        }
    }

    /** Puts standardised frames into a block. */
    static void load(Standardizer standardizer, float[] frames, int first, int steps, EncoderBlock block) {
        for (int step = 0; step < steps; step++) {
            float[] frame = block.frames[step];
            System.arraycopy(frames, (first + step) * frame.length, frame, 0, frame.length);
            standardizer.apply(frame, 0, 1);
        }
    }
}
