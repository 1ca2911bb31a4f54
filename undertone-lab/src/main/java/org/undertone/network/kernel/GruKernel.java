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

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * One GRU layer in one direction on oneDNN's linear-before-reset GRU, which is PyTorch's and cuDNN's GRU.
 *
 * <p>Time is cut into chunks of {@value #CHUNK_STEPS} steps that hand the state on, forward and backward:
 *
 * <pre>
 *   x     |  chunk 0  |  chunk 1  |  2 |
 *   state 0 ------> s1 --------> s2 -> s3        forward
 *   dstate   <------- d1 <------- d2 <- 0        backward
 * </pre>
 *
 * so that a handful of primitives serves every length.
 *
 * <p>All arrays are f32, [step][clip][unit], without gaps. Not thread-safe: one kernel for each worker. Holds the
 * workspace of the last forward pass (about 15 x steps x clips x hidden floats) outside the heap until closed.
 */
public final class GruKernel implements AutoCloseable {

    /** Steps of a chunk: few, so that remainders are few; the speed hardly depends on it (bench/README.md). */
    static final int CHUNK_STEPS = 25;

    /** Chunks kept for reuse: every remainder 1..24 and the full chunk, for a few numbers of clips. */
    private static final int KEPT_CHUNKS = 64;

    private final GruShape shape;
    private final Map<Long, GruChunk> chunks = new LinkedHashMap<>(16, 0.75f, true);
    private final GrowingBuffer workspace = new GrowingBuffer();
    private final GrowingBuffer scratchpad = new GrowingBuffer();
    private final GrowingBuffer states = new GrowingBuffer();
    private final GrowingBuffer stateGradients = new GrowingBuffer();

    /** Steps and clips of the forward pass whose workspace is held; 0 where there is none. */
    private int heldSteps;

    private int heldClips;

    /** Makes the kernel of a layer; primitives follow when a length is first seen. */
    public GruKernel(GruShape shape) {
        this.shape = shape;
    }

    /**
     * Runs the layer from a state of zeros.
     *
     * @param x input [steps][clips][inputs]
     * @param h output [steps][clips][hidden], written
     * @param keep whether {@link #backward} will follow; without it the workspace of one chunk is reused for all
     */
    public void forward(GruWeights weights, FloatPointer x, FloatPointer h, int steps, int clips, boolean keep) {
        if (steps < 1 || clips < 1) {
            throw new IllegalArgumentException(
                    "a GRU pass needs at least 1 step and 1 clip but got " + steps + " and " + clips);
        }
        long stateFloats = (long) clips * shape.hidden();
        int count = chunkCount(steps);
        long chunkWorkspace = chunkWorkspace(steps, clips);
        workspace.reserve(keep ? chunkWorkspace * count : chunkWorkspace);
        states.reserve(Float.BYTES * stateFloats * (count + 1));
        states.zero(Float.BYTES * stateFloats);
        for (int c = 0; c < count; c++) {
            int first = c * CHUNK_STEPS;
            GruChunk chunk = chunk(Math.min(CHUNK_STEPS, steps - first), clips);
            scratchpad.reserve(chunk.scratchpadBytes());
            chunk.forward()
                    .at(DNNL_ARG_SRC_LAYER, at(x, (long) first * clips * shape.inputs()))
                    .at(DNNL_ARG_SRC_ITER, states.at(Float.BYTES * stateFloats * c))
                    .at(DNNL_ARG_WEIGHTS_LAYER, weights.layerInputFirst())
                    .at(DNNL_ARG_WEIGHTS_ITER, weights.iterInputFirst())
                    .at(DNNL_ARG_BIAS, weights.bias())
                    .at(DNNL_ARG_DST_LAYER, at(h, (long) first * stateFloats))
                    .at(DNNL_ARG_DST_ITER, states.at(Float.BYTES * stateFloats * (c + 1)))
                    .at(DNNL_ARG_WORKSPACE, workspace.at(keep ? chunkWorkspace * c : 0))
                    .at(DNNL_ARG_SCRATCHPAD, scratchpad.at(0))
                    .run();
        }
        heldSteps = keep ? steps : 0;
        heldClips = keep ? clips : 0;
    }

    /**
     * Takes the gradient of the output of the last kept {@link #forward} back to input and weights.
     *
     * @param x input of that pass
     * @param h output of that pass
     * @param dh gradient of the output [steps][clips][hidden]
     * @param dx gradient of the input [steps][clips][inputs], written
     * @param gradients of the weights, added to
     */
    public void backward(
            GruWeights weights,
            FloatPointer x,
            FloatPointer h,
            FloatPointer dh,
            FloatPointer dx,
            GruGradients gradients) {
        if (heldSteps == 0) {
            throw new IllegalStateException("backward needs a forward pass that kept its workspace");
        }
        long stateFloats = (long) heldClips * shape.hidden();
        long stateBytes = Float.BYTES * stateFloats;
        long chunkWorkspace = chunkWorkspace(heldSteps, heldClips);
        stateGradients.reserve(2 * stateBytes);
        stateGradients.zero(2 * stateBytes);
        for (int c = chunkCount(heldSteps) - 1; c >= 0; c--) {
            int first = c * CHUNK_STEPS;
            GruChunk chunk = chunk(Math.min(CHUNK_STEPS, heldSteps - first), heldClips);
            scratchpad.reserve(chunk.scratchpadBytes());
            chunk.backward()
                    .at(DNNL_ARG_SRC_LAYER, at(x, (long) first * heldClips * shape.inputs()))
                    .at(DNNL_ARG_SRC_ITER, states.at(stateBytes * c))
                    .at(DNNL_ARG_WEIGHTS_LAYER, weights.layerGateFirst())
                    .at(DNNL_ARG_WEIGHTS_ITER, weights.iterGateFirst())
                    .at(DNNL_ARG_BIAS, weights.bias())
                    .at(DNNL_ARG_DST_LAYER, at(h, (long) first * stateFloats))
                    .at(DNNL_ARG_DST_ITER, states.at(stateBytes * (c + 1)))
                    .at(DNNL_ARG_WORKSPACE, workspace.at(chunkWorkspace * c))
                    .at(DNNL_ARG_SCRATCHPAD, scratchpad.at(0))
                    .at(DNNL_ARG_DIFF_DST_LAYER, at(dh, (long) first * stateFloats))
                    .at(DNNL_ARG_DIFF_DST_ITER, stateGradients.at(stateBytes * ((c + 1) % 2)))
                    .at(DNNL_ARG_DIFF_SRC_LAYER, at(dx, (long) first * heldClips * shape.inputs()))
                    .at(DNNL_ARG_DIFF_SRC_ITER, stateGradients.at(stateBytes * (c % 2)))
                    .at(DNNL_ARG_DIFF_WEIGHTS_LAYER, gradients.layer())
                    .at(DNNL_ARG_DIFF_WEIGHTS_ITER, gradients.iter())
                    .at(DNNL_ARG_DIFF_BIAS, gradients.bias())
                    .run();
        }
        heldSteps = 0;
    }

    @Override
    public void close() {
        chunks.values().forEach(GruChunk::close);
        chunks.clear();
        workspace.close();
        scratchpad.close();
        states.close();
        stateGradients.close();
    }

    private static int chunkCount(int steps) {
        return (steps + CHUNK_STEPS - 1) / CHUNK_STEPS;
    }

    private long chunkWorkspace(int steps, int clips) {
        return GrowingBuffer.aligned(chunk(Math.min(steps, CHUNK_STEPS), clips).workspaceBytes());
    }

    private GruChunk chunk(int steps, int clips) {
        long key = ((long) clips << 32) | steps;
        GruChunk chunk = chunks.get(key);
        if (chunk == null) {
            if (chunks.size() >= KEPT_CHUNKS) {
                var oldest = chunks.entrySet().iterator();
                oldest.next().getValue().close();
                oldest.remove();
            }
            chunk = new GruChunk(shape, steps, clips);
            chunks.put(key, chunk);
        }
        return chunk;
    }

    private static Pointer at(FloatPointer array, long offset) {
        // Not position(): through a parameter of type void* JavaCPP counts it in bytes.
        return array.getPointer(offset);
    }
}
