package org.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undertone.corpus.ClipWindow;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.SmallCorpora;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.network.EncoderSettings;
import org.undertone.network.HeadSettings;
import org.undertone.network.InitialWeights;
import org.undertone.network.Lengths;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Pooling;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.ClipBatch;
import org.undertone.objective.IntensityRegression;
import org.undertone.objective.MaskedSpan;
import org.undertone.objective.MaskedSpanSettings;
import org.undertone.objective.Objective;

/** Padding a batch further, and filling the padding with rubbish, changes no output, no loss and no gradient. */
class PaddingTest {

    private static final int[] CLIPS = {0, 3, 5, 9, 17};
    private static final ClipWindow WINDOW = new ClipWindow(30, ClipWindow.Cut.RANDOM);

    @TempDir
    static Path directory;

    @BeforeAll
    static void makeCorpus() throws Exception {
        SmallCorpora.write(directory.resolve("corpus"), SmallCorpora.Shape.USUAL, 4);
    }

    static Stream<Arguments> cases() {
        EncoderSettings encoder = new EncoderSettings(74, 24, 2, false, 74);
        EncoderSettings both = new EncoderSettings(74, 12, 2, true, 74);
        Objective span = new MaskedSpan(MaskedSpanSettings.PAPER);
        Objective labels = new IntensityRegression();
        return Stream.of(RecurrentEngine.values())
                .flatMap(engine -> Stream.of(
                        Arguments.of(engine, span, NetworkSettings.of(encoder)),
                        Arguments.of(engine, span, NetworkSettings.of(both)),
                        Arguments.of(engine, labels, NetworkSettings.of(encoder, head(Pooling.MEAN))),
                        Arguments.of(engine, labels, NetworkSettings.of(encoder, head(Pooling.LAST))),
                        Arguments.of(engine, labels, NetworkSettings.of(encoder, head(Pooling.FLATTEN)))));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("cases")
    void paddingIsNeverSeen(RecurrentEngine engine, Objective objective, NetworkSettings settings) throws Exception {
        try (Corpus corpus = Corpus.open(directory.resolve("corpus"));
                PointerScope scope = new PointerScope();
                Parameters parameters = Parameters.zeros(settings.layout(), Precision.SINGLE);
                Parameters tight = Parameters.zeros(settings.layout(), Precision.SINGLE);
                Parameters wide = Parameters.zeros(settings.layout(), Precision.SINGLE);
                Network network = Network.create(settings, parameters, engine)) {
            InitialWeights.fill(parameters, 1);
            Standardizer standardizer = StandardizerFit.fit(corpus, CLIPS, StandardizerSettings.DEFAULT);
            ClipLoader loader = new ClipLoader(corpus, standardizer, WINDOW);
            double weight = objective.weight(settings, loader.steps(CLIPS));
            ClipBatch close = loader.load(CLIPS, new long[] {1, 2, 3, 4, 5}, true);
            ClipBatch far = rubbishBehind(close, 61);
            assertThat(objective.watch(network, close, weight)).isEqualTo(objective.watch(network, far, weight));
            float loss = run(network, objective, close, weight, tight);
            assertThat(run(network, objective, far, weight, wide)).isEqualTo(loss);
            for (String name : settings.layout().names()) {
                assertClose(name, wide.values(name), tight.values(name));
            }
        }
    }

    private static HeadSettings head(Pooling pooling) {
        return new HeadSettings(6, pooling, 61);
    }

    private static float run(Network network, Objective objective, ClipBatch batch, double weight, Parameters into) {
        Tensor loss = objective.loss(network, batch, weight);
        network.backward(loss, into);
        return loss.item_float();
    }

    private static ClipBatch rubbishBehind(ClipBatch batch, int steps) {
        Lengths lengths = batch.lengths();
        int[] real = new int[lengths.clips()];
        for (int clip = 0; clip < real.length; clip++) {
            real[clip] = lengths.of(clip);
        }
        Lengths longer = new Lengths(real, steps);
        Tensor frames =
                torch.empty(steps, real.length, batch.frames().size(2)).fill_(new org.bytedeco.pytorch.Scalar(7.5f));
        for (int clip = 0; clip < real.length; clip++) {
            frames.select(1, clip)
                    .narrow(0, 0, real[clip])
                    .copy_(batch.frames().select(1, clip).narrow(0, 0, real[clip]));
        }
        return new ClipBatch(frames, longer, Optional.of(batch.labels()), batch.seeds());
    }

    private static void assertClose(String name, float[] a, float[] b) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        assertThat(difference).as(name).isLessThanOrEqualTo(1e-6 * Math.max(1, largest));
    }
}
