package org.undertone.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Memory for a tensor whose size changes from batch to batch: grows, and is kept. */
final class TensorBuffer implements AutoCloseable {

    private Tensor flat;
    private long capacity;

    /** A single-precision tensor of that shape with unspecified contents, valid until the next call. */
    Tensor view(long... shape) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        if (count > capacity) {
            close();
            flat = torch.empty(count);
            flat.retainReference();
            capacity = count;
        }
        return flat.narrow(0, 0, count).view(shape);
    }

    @Override
    public void close() {
        if (flat != null) {
            flat.releaseReference();
            flat = null;
            capacity = 0;
        }
    }
}
