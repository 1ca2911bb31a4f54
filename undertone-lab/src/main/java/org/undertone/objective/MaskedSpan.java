package org.undertone.objective;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.undertone.network.Lengths;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Precision;

/**
 * Restoring one hidden span per clip: all columns of the span are replaced, the network sees the rest, and the loss is
 * the mean squared difference between its outputs and the clip as it was (the paper, sections 3.2 and 3.3).
 */
public final class MaskedSpan implements Objective {

    private final MaskedSpanSettings settings;

    /** The objective with its settings. */
    public MaskedSpan(MaskedSpanSettings settings) {
        this.settings = settings;
    }

    @Override
    public double weight(NetworkSettings network, int[] steps) {
        boolean all = settings.lossOver() == MaskedSpanSettings.LossOver.ALL_FRAMES;
        long frames = 0;
        for (int length : steps) {
            frames += all ? length : settings.spanOf(length);
        }
        return (double) frames * network.encoder().columns();
    }

    @Override
    public Tensor loss(Network network, ClipBatch shard, double totalWeight) {
        Hidden hidden = hide(shard);
        return error(network.encode(hidden.frames, shard.lengths()), shard, hidden, totalWeight);
    }

    @Override
    public double watch(Network network, ClipBatch shard, double totalWeight) {
        Hidden hidden = hide(shard);
        return error(network.outputs(hidden.frames, shard.lengths()), shard, hidden, totalWeight)
                .item_double();
    }

    /** First hidden step of a clip: every start at which the whole span lies inside is equally likely. */
    int start(int steps, long seed) {
        return new SplittableRandom(seed).nextInt(steps - settings.spanOf(steps) + 1);
    }

    private Tensor error(Tensor outputs, ClipBatch shard, Hidden hidden, double totalWeight) {
        Tensor difference = outputs.sub(shard.frames());
        boolean all = settings.lossOver() == MaskedSpanSettings.LossOver.ALL_FRAMES;
        if (!all) {
            difference = difference.mul(hidden.spans);
        } else if (shard.lengths().padded()) {
            difference = difference.mul(shard.lengths().mask(Precision.of(shard.frames())));
        }
        return difference.square().sum().div(new Scalar(totalWeight));
    }

    /**
     * A batch with its spans hidden.
     *
     * @param frames [time][clip][column] with the mask value in the spans
     * @param spans 1 in the spans, 0 elsewhere [time][clip][1]
     */
    private record Hidden(Tensor frames, Tensor spans) {}

    private Hidden hide(ClipBatch shard) {
        Lengths lengths = shard.lengths();
        Tensor frames = shard.frames().clone();
        Tensor spans = torch.zeros(
                new long[] {lengths.steps(), lengths.clips(), 1},
                Precision.of(shard.frames()).options());
        for (int clip = 0; clip < lengths.clips(); clip++) {
            int steps = lengths.of(clip);
            int start = start(steps, shard.seeds()[clip]);
            int span = settings.spanOf(steps);
            frames.select(1, clip).narrow(0, start, span).fill_(new Scalar(settings.maskValue()));
            spans.select(1, clip).narrow(0, start, span).fill_(new Scalar(1.0));
        }
        return new Hidden(frames, spans);
    }
}
