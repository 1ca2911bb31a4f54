package org.undertone.bench;

import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The peer: the same step with libtorch's own two-layer GRU, autograd and Adam, on 1 or 2 threads of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LibtorchStepBenchmark {

    private static final int HIDDEN = 256;
    private static final int COLUMNS = TrainingStepBenchmark.COLUMNS;

    /** Threads of libtorch; the threads of its BLAS are as many, which only the environment can say. */
    @Param({"1", "2"})
    public int threads;

    private final TensorVector recurrent = new TensorVector();
    private final TensorVector all = new TensorVector();
    private Tensor outputWeight;
    private Tensor outputBias;
    private org.bytedeco.pytorch.Adam adam;
    private Tensor target;
    private Tensor masked;

    /** Makes network and clips. */
    @Setup(Level.Trial)
    public void make() {
        torch.set_num_threads(threads);
        for (int layer = 0; layer < 2; layer++) {
            int inputs = layer == 0 ? COLUMNS : HIDDEN;
            recurrent(parameter(3 * HIDDEN, inputs));
            recurrent(parameter(3 * HIDDEN, HIDDEN));
            recurrent(parameter(3 * HIDDEN));
            recurrent(parameter(3 * HIDDEN));
        }
        outputWeight = parameter(COLUMNS, HIDDEN);
        outputBias = parameter(COLUMNS);
        all.push_back(outputWeight);
        all.push_back(outputBias);
        adam = new org.bytedeco.pytorch.Adam(all, new AdamOptions(1e-3));
        int steps = TrainingStepBenchmark.STEPS;
        int clips = TrainingStepBenchmark.CLIPS;
        target = torch.empty(steps, clips, COLUMNS);
        target.data_ptr_float().put(TrainingStepBenchmark.random(steps * clips * COLUMNS, 1));
        masked = target.clone();
        for (int clip = 0; clip < clips; clip++) {
            masked.select(1, clip).narrow(0, 3 * clip, 30).fill_(new Scalar(-30.0));
        }
    }

    /** One step. */
    @Benchmark
    public double step() {
        try (PointerScope scope = new PointerScope()) {
            adam.zero_grad();
            Tensor zeros = torch.zeros(2, TrainingStepBenchmark.CLIPS, HIDDEN);
            Tensor h = torch.gru(masked, zeros, recurrent, true, 2, 0.0, true, false, false)
                    .get0();
            Tensor outputs = torch.linear(h, outputWeight, new TensorOptional(outputBias));
            Tensor loss = torch.mse_loss(outputs, target);
            loss.backward(new Tensor(), new BoolOptional(), false, new TensorArrayRefOptional());
            adam.step();
            return loss.item_double();
        }
    }

    private void recurrent(Tensor tensor) {
        recurrent.push_back(tensor);
        all.push_back(tensor);
    }

    private static Tensor parameter(long... shape) {
        return torch.rand(shape).sub_(new Scalar(0.5)).mul_(new Scalar(0.1)).requires_grad_(true);
    }
}
