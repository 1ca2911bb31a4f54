package org.undertone.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.undertone.network.EncoderSettings;
import org.undertone.network.InitialWeights;
import org.undertone.network.Lengths;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.ClipBatch;
import org.undertone.objective.MaskedSpan;
import org.undertone.objective.MaskedSpanSettings;
import org.undertone.training.Adam;
import org.undertone.training.AdamSettings;
import org.undertone.training.TrainingStep;
import org.undertone.training.Workers;

/** Our training step of the paper's encoder: 32 clips of 300 steps, hidden spans, gradient, Adam. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingStepBenchmark {

    static final int CLIPS = 32;
    static final int STEPS = 300;
    static final int COLUMNS = 74;

    private static final int SHARD = 16;

    /** Threads of ours that share the step. */
    @Param({"1", "2"})
    public int workers;

    private final NetworkSettings settings = NetworkSettings.of(EncoderSettings.paper(COLUMNS));
    private final MaskedSpan objective = new MaskedSpan(MaskedSpanSettings.PAPER);
    private final int[] lengths = IntStream.generate(() -> STEPS).limit(SHARD).toArray();
    private Parameters parameters;
    private Adam adam;
    private Workers pool;
    private TrainingStep step;
    private Network[] networks;
    private float[][] frames;

    /** Makes network and clips. */
    @Setup(Level.Trial)
    public void make() {
        parameters = Parameters.zeros(settings.layout(), Precision.SINGLE);
        InitialWeights.fill(parameters, 1);
        adam = new Adam(AdamSettings.DEFAULT, settings.layout(), Precision.SINGLE);
        pool = Workers.of(workers);
        step = new TrainingStep(parameters, adam, pool);
        networks = IntStream.range(0, workers)
                .mapToObj(worker -> Network.create(settings, parameters, RecurrentEngine.ONEDNN))
                .toArray(Network[]::new);
        frames = IntStream.range(0, CLIPS / SHARD)
                .mapToObj(shard -> random(SHARD * STEPS * COLUMNS, shard))
                .toArray(float[][]::new);
    }

    /** One step. */
    @Benchmark
    public double step() {
        double weight = 2 * objective.weight(settings, lengths);
        return step.run(CLIPS / SHARD, (worker, shard, into) -> {
            try (PointerScope scope = new PointerScope()) {
                Tensor x = torch.empty(STEPS, SHARD, COLUMNS);
                x.data_ptr_float().put(frames[shard]);
                long[] seeds = IntStream.range(0, SHARD).asLongStream().toArray();
                ClipBatch batch = new ClipBatch(x, new Lengths(lengths, STEPS), Optional.empty(), seeds);
                Tensor loss = objective.loss(networks[worker], batch, weight);
                double value = loss.item_double();
                networks[worker].backward(loss, into);
                return value;
            }
        });
    }

    /** Gives everything back. */
    @TearDown(Level.Trial)
    public void close() {
        Arrays.stream(networks).forEach(Network::close);
        step.close();
        pool.close();
        adam.close();
        parameters.close();
    }

    static float[] random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * Operations that a step needs, multiplications and additions: forward, gradient of the weights, gradient of the
     * inputs of each layer but the lowest.
     */
    static double operations() {
        double hidden = 256;
        double lowest = COLUMNS * 3 * hidden;
        double all = lowest + hidden * 3 * hidden * 3 + hidden * COLUMNS;
        return (3 * all - lowest) * 2 * CLIPS * STEPS;
    }
}
