package org.undertone.network;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Small seeded tensors. */
final class TestTensors {

    private TestTensors() {}

    static float[] random(int count, double range, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (range * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    static Tensor of(float[] values, long... shape) {
        Tensor tensor = torch.empty(shape);
        tensor.data_ptr_float().put(values);
        return tensor;
    }

    static float[] values(Tensor tensor) {
        Tensor flat = tensor.detach().to(torch.ScalarType.Float).contiguous();
        float[] values = new float[Math.toIntExact(flat.numel())];
        new FloatPointer(flat.data_ptr_float()).get(values);
        return values;
    }
}
