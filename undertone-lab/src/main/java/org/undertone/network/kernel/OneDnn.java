package org.undertone.network.kernel;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/** The one CPU engine of the process, and a stream for each thread that asks. Both live as long as the process. */
final class OneDnn {

    private static final engine ENGINE = new Owned().keep(new engine(engine.kind.cpu, 0));

    private static final ThreadLocal<stream> STREAM =
            ThreadLocal.withInitial(() -> new Owned().keep(new stream(ENGINE)));

    private OneDnn() {}

    static engine engine() {
        return ENGINE;
    }

    static stream stream() {
        return STREAM.get();
    }
}
