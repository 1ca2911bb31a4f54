package org.undertone.network.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.global.dnnl.rnn_direction;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.lbr_gru_backward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The oneDNN primitives for a fixed number of steps and clips: one forward, one backward.
 *
 * <p>The scratchpad is handed in: a primitive with a library-managed one may only run on the thread that made it.
 */
final class GruChunk implements AutoCloseable {

    private final BoundPrimitive forward;
    private final BoundPrimitive backward;
    private final long workspaceBytes;
    private final long scratchpadBytes;

    GruChunk(GruShape shape, int steps, int clips) {
        try (Owned local = new Owned()) {
            Shapes s = new Shapes(local, shape, steps, clips);
            primitive_attr attributes = local.keep(new primitive_attr());
            attributes.set_scratchpad_mode(scratchpad_mode.user);
            var forwardKind = local.keep(forwardKind(s, attributes));
            var backwardKind = local.keep(backwardKind(s, forwardKind, attributes));
            memory.desc workspace = local.keep(forwardKind.workspace_desc());
            memory.desc forwardScratch = local.keep(forwardKind.scratchpad_desc());
            memory.desc backwardScratch = local.keep(backwardKind.scratchpad_desc());
            workspaceBytes = workspace.get_size();
            scratchpadBytes = Math.max(forwardScratch.get_size(), backwardScratch.get_size());
            forward = bindCommon(new BoundPrimitive(new lbr_gru_forward(forwardKind)), s, workspace)
                    .bind(DNNL_ARG_WEIGHTS_LAYER, s.layerInputFirst)
                    .bind(DNNL_ARG_WEIGHTS_ITER, s.iterInputFirst)
                    .bind(DNNL_ARG_SCRATCHPAD, forwardScratch);
            backward = bindCommon(new BoundPrimitive(new lbr_gru_backward(backwardKind)), s, workspace)
                    .bind(DNNL_ARG_WEIGHTS_LAYER, s.layerGateFirst)
                    .bind(DNNL_ARG_WEIGHTS_ITER, s.iterGateFirst)
                    .bind(DNNL_ARG_SCRATCHPAD, backwardScratch)
                    .bind(DNNL_ARG_DIFF_SRC_LAYER, s.source)
                    .bind(DNNL_ARG_DIFF_SRC_ITER, s.state)
                    .bind(DNNL_ARG_DIFF_WEIGHTS_LAYER, s.layerInputFirst)
                    .bind(DNNL_ARG_DIFF_WEIGHTS_ITER, s.iterInputFirst)
                    .bind(DNNL_ARG_DIFF_BIAS, s.bias)
                    .bind(DNNL_ARG_DIFF_DST_LAYER, s.result)
                    .bind(DNNL_ARG_DIFF_DST_ITER, s.state);
        }
    }

    BoundPrimitive forward() {
        return forward;
    }

    BoundPrimitive backward() {
        return backward;
    }

    long workspaceBytes() {
        return workspaceBytes;
    }

    long scratchpadBytes() {
        return scratchpadBytes;
    }

    @Override
    public void close() {
        forward.close();
        backward.close();
    }

    private static BoundPrimitive bindCommon(BoundPrimitive primitive, Shapes s, memory.desc workspace) {
        return primitive
                .bind(DNNL_ARG_SRC_LAYER, s.source)
                .bind(DNNL_ARG_SRC_ITER, s.state)
                .bind(DNNL_ARG_BIAS, s.bias)
                .bind(DNNL_ARG_DST_LAYER, s.result)
                .bind(DNNL_ARG_DST_ITER, s.state)
                .bind(DNNL_ARG_WORKSPACE, workspace);
    }

    private static lbr_gru_forward.primitive_desc forwardKind(Shapes s, primitive_attr attributes) {
        return new lbr_gru_forward.primitive_desc(
                OneDnn.engine(),
                prop_kind.forward_training,
                rnn_direction.unidirectional_left2right,
                s.source,
                s.state,
                s.layerInputFirst,
                s.iterInputFirst,
                s.bias,
                s.result,
                s.state,
                attributes,
                false);
    }

    private static lbr_gru_backward.primitive_desc backwardKind(
            Shapes s, lbr_gru_forward.primitive_desc forwardKind, primitive_attr attributes) {
        return new lbr_gru_backward.primitive_desc(
                OneDnn.engine(),
                prop_kind.backward,
                rnn_direction.unidirectional_left2right,
                s.source,
                s.state,
                s.layerGateFirst,
                s.iterGateFirst,
                s.bias,
                s.result,
                s.state,
                s.source,
                s.state,
                s.layerInputFirst,
                s.iterInputFirst,
                s.bias,
                s.result,
                s.state,
                forwardKind,
                attributes,
                false);
    }

    /** Memory shapes: t time, n clip, c channel; l layer, d direction, i input, g gate, o output. */
    private static final class Shapes {
        private final Owned owned;
        private final memory.desc source;
        private final memory.desc result;
        private final memory.desc state;
        private final memory.desc bias;
        private final memory.desc layerInputFirst;
        private final memory.desc iterInputFirst;
        private final memory.desc layerGateFirst;
        private final memory.desc iterGateFirst;

        Shapes(Owned owned, GruShape shape, int steps, int clips) {
            this.owned = owned;
            int hidden = shape.hidden();
            source = describe(memory.format_tag.tnc, steps, clips, shape.inputs());
            result = describe(memory.format_tag.tnc, steps, clips, hidden);
            state = describe(memory.format_tag.ldnc, 1, 1, clips, hidden);
            bias = describe(memory.format_tag.ldgo, 1, 1, GruShape.BIASES, hidden);
            layerInputFirst = describe(memory.format_tag.ldigo, 1, 1, shape.inputs(), GruShape.GATES, hidden);
            iterInputFirst = describe(memory.format_tag.ldigo, 1, 1, hidden, GruShape.GATES, hidden);
            layerGateFirst = describe(memory.format_tag.ldgoi, 1, 1, shape.inputs(), GruShape.GATES, hidden);
            iterGateFirst = describe(memory.format_tag.ldgoi, 1, 1, hidden, GruShape.GATES, hidden);
        }

        private memory.desc describe(memory.format_tag order, long... sizes) {
            return owned.keep(new memory.desc(sizes, memory.data_type.f32, order));
        }
    }
}
