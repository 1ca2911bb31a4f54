package org.undertone.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.features.FrameColumns;
import org.undertone.model.PretrainedEncoder;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;

/** Beside what {@code make_weights.py} computed by the equations of either library. */
class EncoderConversionTest {
    private static final int INPUTS = 5;
    private static final int HIDDEN = 4;
    private static final FrameColumns COLUMNS = new FrameColumns(List.of("a", "b", "c", "d", "e"));

    @TempDir
    private Path directory;

    @Test
    void givesWhatPyTorchsGruGives() throws IOException {
        assertOutputs(convert(resource("torch.safetensors"), WeightLayout.TORCH), "torch");
    }

    @Test
    void givesWhatKerassGruGives() throws IOException {
        assertOutputs(convert(resource("keras.safetensors"), WeightLayout.KERAS), "keras");
    }

    @Test
    void givesTheUnitsWhereThereIsNoDenseLayer() throws IOException {
        Map<String, float[]> tensors = read("keras.safetensors");
        tensors.keySet().removeIf(name -> name.startsWith("dense"));
        assertOutputs(convert(write(tensors), WeightLayout.KERAS), "keras_units");
    }

    @Test
    void takesALayerWithoutBiasAsOneOfZeros() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        PretrainedEncoder whole = convert(write(zeroed(tensors)), WeightLayout.TORCH);
        tensors.keySet().removeIf(name -> name.contains("bias_"));
        PretrainedEncoder bare = convert(write(tensors), WeightLayout.TORCH);
        float[] frames = RandomWeights.frames(7, INPUTS, 1);
        assertThat(bare.encode(frames, 7)).isEqualTo(whole.encode(frames, 7));
    }

    @Test
    void ordersKerassLayersByTheirNumbers() throws IOException {
        Map<String, float[]> tensors = read("keras.safetensors");
        var renamed = new LinkedHashMap<String, float[]>();
        tensors.forEach(
                (name, values) -> renamed.put(name.replace("gru_1/", "gru_10/").replace("gru/", "gru_9/"), values));
        assertOutputs(convert(write(renamed), WeightLayout.KERAS), "keras");
    }

    @Test
    void takesNamesOfVariablesAsOlderFilesHaveThem() throws IOException {
        var renamed = new LinkedHashMap<String, float[]>();
        read("keras.safetensors").forEach((name, values) -> renamed.put(name + ":0", values));
        assertOutputs(convert(write(renamed), WeightLayout.KERAS), "keras");
    }

    @Test
    void survivesItsOwnDirectory() throws IOException {
        PretrainedEncoder encoder = convert(resource("torch.safetensors"), WeightLayout.TORCH);
        encoder.write(directory.resolve("encoder"));
        assertOutputs(PretrainedEncoder.read(directory.resolve("encoder")), "torch");
    }

    @Test
    void refusesATensorThatHasNoPlace() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        tensors.put("attention.query", new float[] {1, 2});
        assertRefused(tensors, WeightLayout.TORCH, "attention.query", "has no place");
    }

    @Test
    void refusesASecondDirection() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        tensors.put("encoder.rnn.weight_ih_l0_reverse", new float[3 * HIDDEN * INPUTS]);
        assertRefused(tensors, WeightLayout.TORCH, "second direction");
    }

    @Test
    void refusesAnLstm() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        tensors.put("encoder.rnn.weight_hh_l0", new float[4 * HIDDEN * HIDDEN]);
        assertRefused(tensors, WeightLayout.TORCH, "an LSTM");
        Map<String, float[]> keras = read("keras.safetensors");
        keras.put("gru/gru_cell/recurrent_kernel", new float[4 * HIDDEN * HIDDEN]);
        assertRefused(keras, WeightLayout.KERAS, "an LSTM");
    }

    @Test
    void refusesAResetGateBeforeTheProduct() throws IOException {
        Map<String, float[]> tensors = read("keras.safetensors");
        tensors.put("gru/gru_cell/bias", new float[3 * HIDDEN]);
        assertRefused(tensors, WeightLayout.KERAS, "reset_after=False");
    }

    @Test
    void refusesTheOtherLayout() throws IOException {
        assertRefused(read("keras.safetensors"), WeightLayout.TORCH, "weight_ih_l0", "dense/bias");
        assertRefused(read("torch.safetensors"), WeightLayout.KERAS, "recurrent_kernel");
    }

    @Test
    void refusesColumnsOfAnotherNumber() throws IOException {
        Path file = resource("torch.safetensors");
        var settings = new ConversionSettings(WeightLayout.TORCH, Optional.empty(), 100);
        assertThatThrownBy(() -> EncoderConversion.read(file, settings))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("5 columns, but COVAREP has 74");
    }

    @Test
    void refusesHalfAStandardizer() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        tensors.put("standardizer.mean", new float[INPUTS]);
        assertRefused(tensors, WeightLayout.TORCH, "standardizer.standard_deviation", "is missing");
    }

    @Test
    void refusesWeightsThatAreNotFinite() throws IOException {
        Map<String, float[]> tensors = read("torch.safetensors");
        tensors.get("encoder.rnn.weight_hh_l1")[3] = Float.NaN;
        assertRefused(tensors, WeightLayout.TORCH, "finite");
    }

    private void assertRefused(Map<String, float[]> tensors, WeightLayout layout, String... parts) throws IOException {
        Path file = write(tensors);
        var refusal = assertThatThrownBy(() -> convert(file, layout)).isInstanceOf(FileFormatException.class);
        for (String part : parts) {
            refusal.hasMessageContaining(part);
        }
    }

    private static PretrainedEncoder convert(Path file, WeightLayout layout) throws IOException {
        return EncoderConversion.read(file, new ConversionSettings(layout, Optional.of(COLUMNS), 100));
    }

    private static void assertOutputs(PretrainedEncoder encoder, String name) throws IOException {
        try (SafetensorsFile expected = SafetensorsFile.open(resource("expected.safetensors"))) {
            float[] frames = expected.floats("frames");
            double[] wanted = expected.doubles(name);
            float[] outputs = encoder.encode(frames, frames.length / INPUTS);
            assertThat(outputs).hasSize(wanted.length);
            for (int i = 0; i < outputs.length; i++) {
                assertThat((double) outputs[i]).isCloseTo(wanted[i], within(1e-5));
            }
        }
    }

    private static Map<String, float[]> zeroed(Map<String, float[]> tensors) {
        var zeroed = new LinkedHashMap<String, float[]>();
        tensors.forEach((name, values) -> zeroed.put(name, name.contains("bias_") ? new float[values.length] : values));
        return zeroed;
    }

    /** The weights of single precision, which can then be changed. */
    private static Map<String, float[]> read(String name) throws IOException {
        var tensors = new LinkedHashMap<String, float[]>();
        try (SafetensorsFile file = SafetensorsFile.open(resource(name))) {
            for (String tensor : new ArrayList<>(file.names())) {
                if (!tensor.startsWith("standardizer")) {
                    tensors.put(tensor, file.floats(tensor));
                }
            }
        }
        return tensors;
    }

    private Path write(Map<String, float[]> tensors) throws IOException {
        Path file = directory.resolve("weights.safetensors");
        try (SafetensorsWriter writer = SafetensorsWriter.create(file)) {
            for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
                writer.floats(tensor.getKey(), tensor.getValue(), shape(tensor.getKey(), tensor.getValue().length));
            }
            writer.commit();
        }
        return file;
    }

    /** The shape of the name, with the number of values that are there. */
    private static long[] shape(String name, int values) {
        String plain = name.replace(":0", "");
        if (plain.endsWith("dense/kernel")) {
            return new long[] {HIDDEN, values / HIDDEN};
        }
        if (plain.endsWith("recurrent_kernel")) {
            return new long[] {HIDDEN, values / HIDDEN};
        }
        if (plain.endsWith("kernel")) {
            return new long[] {values / (3 * HIDDEN), 3 * HIDDEN};
        }
        if (plain.endsWith("gru_cell/bias") && values == 6 * HIDDEN) {
            return new long[] {2, 3 * HIDDEN};
        }
        if (plain.contains("weight_ih_l0")) {
            return new long[] {values / INPUTS, INPUTS};
        }
        if (plain.contains("weight")) {
            return new long[] {values / HIDDEN, HIDDEN};
        }
        return new long[] {values};
    }

    private static Path resource(String name) {
        try {
            return Path.of(EncoderConversionTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
