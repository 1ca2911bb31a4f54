package org.undertone.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.model.DenseWeights;
import org.undertone.model.EmotionModel;
import org.undertone.model.EncoderDescription;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruEncoderWeights;
import org.undertone.model.ModelDescription;
import org.undertone.model.PretrainedEncoder;
import org.undertone.model.Readout;
import org.undertone.network.EncoderSettings;
import org.undertone.network.InitialWeights;
import org.undertone.network.Lengths;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;
import org.undertone.storage.JsonFile;

/** The paper's network with the same random weights three times: in plain Java, on oneDNN and on libtorch. */
final class InferenceModel implements AutoCloseable {
    private static final int COLUMNS = FrameColumns.COVAREP.count();
    private static final List<String> EMOTIONS =
            List.of("happiness", "sadness", "anger", "surprise", "disgust", "fear");

    private final NetworkSettings settings = NetworkSettings.of(EncoderSettings.paper(COLUMNS));
    private final Parameters parameters = Parameters.zeros(settings.layout(), Precision.SINGLE);
    private final Network oneDnn;
    private final Network libtorch;

    InferenceModel() {
        InitialWeights.fill(parameters, 1);
        parameters.changed();
        torch.set_num_threads(1);
        oneDnn = Network.create(settings, parameters, RecurrentEngine.ONEDNN);
        libtorch = Network.create(settings, parameters, RecurrentEngine.LIBTORCH);
    }

    /** In plain Java; frames pass its standardizer unchanged. */
    EmotionModel model() {
        var ones = new double[COLUMNS];
        Arrays.fill(ones, 1);
        var weights = GruEncoderWeights.of(GruEncoderSettings.PAPER, parameters::values);
        var encoder = new PretrainedEncoder(
                new Standardizer(FrameColumns.COVAREP, new double[COLUMNS], ones, StandardizerSettings.DEFAULT),
                GruEncoderSettings.PAPER,
                weights,
                new EncoderDescription(100, JsonFile.object(), JsonFile.object()));
        var description = new ModelDescription(
                EMOTIONS,
                Collections.nCopies(EMOTIONS.size(), 0.5),
                ModelDescription.unmeasured(EMOTIONS.size()),
                Optional.empty(),
                new Readout(Readout.Pooling.MEAN, 6000, Readout.Cut.START),
                JsonFile.object(),
                JsonFile.object());
        int outputs = GruEncoderSettings.PAPER.outputs();
        var head = new DenseWeights(new float[EMOTIONS.size() * outputs], new float[EMOTIONS.size()]);
        return new EmotionModel(encoder, head, description);
    }

    /** Outputs of clips that are alike, on oneDNN, {@code [time][clip][output]}. */
    float[] oneDnn(float[] frames, int clips) {
        return outputs(oneDnn, frames, clips);
    }

    /** The same on libtorch. */
    float[] libtorch(float[] frames, int clips) {
        return outputs(libtorch, frames, clips);
    }

    private static float[] outputs(Network network, float[] frames, int clips) {
        int steps = frames.length / COLUMNS;
        var lengths = new int[clips];
        Arrays.fill(lengths, steps);
        var batch = new float[frames.length * clips];
        for (int step = 0; step < steps; step++) {
            for (int clip = 0; clip < clips; clip++) {
                System.arraycopy(frames, step * COLUMNS, batch, (step * clips + clip) * COLUMNS, COLUMNS);
            }
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor x = torch.empty(steps, clips, COLUMNS);
            x.data_ptr_float().put(batch);
            Tensor y = network.outputs(x, new Lengths(lengths, steps)).contiguous();
            var outputs = new float[steps * clips * COLUMNS];
            y.data_ptr_float().get(outputs);
            return outputs;
        }
    }

    @Override
    public void close() {
        oneDnn.close();
        libtorch.close();
        parameters.close();
    }
}
