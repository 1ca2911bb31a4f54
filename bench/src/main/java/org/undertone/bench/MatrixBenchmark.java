package org.undertone.bench;

import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The limit of the machine: a plain product of two square single-precision matrices on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatrixBenchmark {

    static final int SIZE = 1536;

    private Tensor a;
    private Tensor b;
    private Tensor c;

    /** Makes the matrices. */
    @Setup(Level.Trial)
    public void make() {
        torch.set_num_threads(1);
        a = torch.rand(SIZE, SIZE);
        b = torch.rand(SIZE, SIZE);
        c = torch.zeros(SIZE, SIZE);
    }

    /** One product. */
    @Benchmark
    public void product() {
        try (PointerScope scope = new PointerScope()) {
            torch.mm_out(c, a, b);
        }
    }

    static double operations() {
        return 2.0 * SIZE * SIZE * SIZE;
    }
}
