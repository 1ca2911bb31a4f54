package org.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
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

/** A worker is one thread: no pool of libtorch, oneDNN or the BLAS below works, or spins, beside it. */
class OneThreadTest {

    private static final int CLIPS = 16;
    private static final int STEPS = 100;
    private static final int COLUMNS = 74;

    @Test
    void theProcessSpendsNoTimeOfTheProcessorsThatTheWorkerDoesNot() {
        NetworkSettings settings = NetworkSettings.of(EncoderSettings.paper(COLUMNS));
        MaskedSpan objective = new MaskedSpan(MaskedSpanSettings.PAPER);
        int[] lengths = new int[CLIPS];
        Arrays.fill(lengths, STEPS);
        double weight = objective.weight(settings, lengths);
        try (Workers workers = Workers.of(1);
                Parameters parameters = Parameters.zeros(settings.layout(), Precision.SINGLE);
                Adam adam = new Adam(AdamSettings.DEFAULT, settings.layout(), Precision.SINGLE);
                TrainingStep step = new TrainingStep(parameters, adam, workers);
                Network network = Network.create(settings, parameters, RecurrentEngine.ONEDNN)) {
            InitialWeights.fill(parameters, 1);
            TrainingStep.ShardGradient gradient = (worker, shard, into) -> {
                try (PointerScope scope = new PointerScope()) {
                    Tensor x = torch.zeros(STEPS, CLIPS, COLUMNS);
                    ClipBatch batch = new ClipBatch(x, new Lengths(lengths, STEPS), Optional.empty(), new long[CLIPS]);
                    Tensor loss = objective.loss(network, batch, weight);
                    network.backward(loss, into);
                    return loss.item_double();
                }
            };
            run(step, gradient, 8);
            double beside = Double.POSITIVE_INFINITY;
            // Compiler and collector threads take a little, now and then much: the quietest of three counts. A second
            // thread of a pool would make each of them 1 or more.
            for (int round = 0; round < 3; round++) {
                long process = processTime();
                long thread = threadTime();
                run(step, gradient, 10);
                beside = Math.min(beside, (double) (processTime() - process) / (threadTime() - thread) - 1);
            }
            assertThat(beside)
                    .as("processor time beside the worker's own, as a share")
                    .isLessThan(0.5);
        }
    }

    private static void run(TrainingStep step, TrainingStep.ShardGradient gradient, int times) {
        for (int i = 0; i < times; i++) {
            step.run(1, gradient);
        }
    }

    private static long processTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
