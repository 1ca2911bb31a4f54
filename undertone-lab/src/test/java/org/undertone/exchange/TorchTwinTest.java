package org.undertone.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.features.FrameColumns;
import org.undertone.model.PretrainedEncoder;
import org.undertone.storage.SafetensorsWriter;

/** A conversion beside the GRU of PyTorch itself: of its library in C++, whose module has the same parameters. */
class TorchTwinTest {
    private static final int COLUMNS = 6;
    private static final int HIDDEN = 9;
    private static final int STEPS = 40;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void givesWhatTheModuleGives(int layers) throws IOException {
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            var options = new GRUOptions(COLUMNS, HIDDEN);
            options.num_layers().put(layers);
            options.batch_first().put(true);
            var module = new GRUImpl(options);
            Path file = directory.resolve("gru.safetensors");
            save(module.named_parameters(), file);
            var names = new FrameColumns(IntStream.range(0, COLUMNS)
                    .mapToObj(column -> "column " + column)
                    .toList());
            PretrainedEncoder encoder =
                    EncoderConversion.read(file, new ConversionSettings(WeightLayout.TORCH, Optional.of(names), 100));

            float[] frames = RandomWeights.frames(STEPS, COLUMNS, layers);
            Tensor clip = Tensor.create(frames, 1, STEPS, COLUMNS);
            float[] wanted = floats(module.forward(clip).get0());
            float[] outputs = encoder.encode(frames, STEPS);
            assertThat(outputs).hasSameSizeAs(wanted).containsExactly(wanted, within(1e-5f));
        }
    }

    /** As {@code save_file(module.state_dict())} does it in Python, below a name of the module. */
    private static void save(StringTensorDict parameters, Path file) throws IOException {
        try (SafetensorsWriter writer = SafetensorsWriter.create(file)) {
            for (long i = 0; i < parameters.size(); i++) {
                var item = parameters.get(i);
                Tensor value = item.value();
                long[] shape = IntStream.range(0, (int) value.dim())
                        .mapToLong(value::size)
                        .toArray();
                writer.floats("encoder.gru." + item.key().getString(), floats(value), shape);
            }
            writer.commit();
        }
    }

    private static float[] floats(Tensor tensor) {
        Tensor flat = tensor.contiguous();
        var values = new float[(int) flat.numel()];
        FloatBuffer.wrap(values)
                .put(flat.data_ptr_float().capacity(values.length).asBuffer());
        return values;
    }
}
