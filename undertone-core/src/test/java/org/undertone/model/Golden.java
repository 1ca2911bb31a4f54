package org.undertone.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.undertone.storage.JsonFile;
import org.undertone.storage.SafetensorsFile;

/** The model of {@code make_golden.py} and what it must answer. */
record Golden(EmotionModel model, float[] frames, float[] flatHead) {
    static final int FRAMES = 60;
    static final int MAXIMUM_STEPS = 40;

    static Golden read() {
        try (SafetensorsFile file = expected()) {
            return new Golden(EmotionModel.read(directory()), file.floats("frames"), file.floats("flat_head"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory() {
        return resource("model-v1/model.json").getParent();
    }

    static double[] expected(String name) {
        try (SafetensorsFile file = expected()) {
            return file.doubles(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same encoder under another readout. */
    EmotionModel with(Readout.Pooling pooling, Readout.Cut cut) {
        var description = new ModelDescription(
                model.emotions(),
                model.description().presenceThresholds(),
                model.description().uncertainties(),
                model.description().recipe(),
                new Readout(pooling, MAXIMUM_STEPS, cut),
                JsonFile.object(),
                JsonFile.object());
        float[] head =
                pooling == Readout.Pooling.FLATTEN ? flatHead : model.head().weights();
        return new EmotionModel(
                model.encoder(), new DenseWeights(head, model.head().bias()), description);
    }

    private static SafetensorsFile expected() throws IOException {
        return SafetensorsFile.open(resource("expected.safetensors"));
    }

    private static Path resource(String name) {
        try {
            return Path.of(Golden.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
