package org.undertone.objective;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.undertone.network.Lengths;

/**
 * Clips side by side, as an objective takes them.
 *
 * @param frames standardised frames [time][clip][column], contiguous; zero at padding
 * @param lengths real steps of each clip
 * @param intensities [clip][emotion], where labels are used
 * @param seeds one for each clip; all that is random about a clip in this pass comes from it, so that neither the
 *     company of other clips nor the number of workers changes it
 */
public record ClipBatch(Tensor frames, Lengths lengths, Optional<Tensor> intensities, long[] seeds) {

    /** Checks that the parts fit together. */
    public ClipBatch {
        if (seeds.length != lengths.clips() || frames.size(1) != lengths.clips() || frames.size(0) != lengths.steps()) {
            throw new IllegalArgumentException("a batch of " + lengths.clips() + " clips and " + lengths.steps()
                    + " steps came with " + seeds.length + " seeds and frames of " + frames.size(0) + " steps and "
                    + frames.size(1) + " clips");
        }
    }

    /** The labels of a batch that must have them. */
    public Tensor labels() {
        return intensities.orElseThrow(
                () -> new IllegalStateException("this objective learns from labels but the batch has none"));
    }
}
