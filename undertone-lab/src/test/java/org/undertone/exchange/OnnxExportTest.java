package org.undertone.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.features.StandardizerSettings;
import org.undertone.model.EmotionModel;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.Readout;

/** What ONNX Runtime makes of an exported model, beside what the model itself says. */
class OnnxExportTest {
    private static final GruEncoderSettings ENCODER = new GruEncoderSettings(9, 13, 2, 5);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "LAST, START, 1",
        "LAST, CENTRE, 2",
        "MEAN, START, 3",
        "MEAN, CENTRE, 1",
        "FLATTEN, START, 2",
        "FLATTEN, CENTRE, 1"
    })
    void answersAsTheModelDoesForClipsOfAnyLength(Readout.Pooling pooling, Readout.Cut cut, int layers)
            throws IOException, OrtException {
        var encoder = new GruEncoderSettings(9, 13, layers, 5);
        EmotionModel model = RandomWeights.model(encoder, new Readout(pooling, 40, cut), 7);
        assertSame(model, 1);
        assertSame(model, 39, 40, 41, 1);
        assertSame(model, 300, 2, 77, 40, 121);
    }

    @Test
    void answersAsTheModelDoesForTwoThousandFrames() throws IOException, OrtException {
        var readout = new Readout(Readout.Pooling.MEAN, 2000, Readout.Cut.START);
        assertSame(RandomWeights.model(GruEncoderSettings.PAPER, readout, 8), 2000, 3);
    }

    @Test
    void treatsMissingDeadAndExtremeValuesAsTheModelDoes() throws IOException, OrtException {
        var clipped = new StandardizerSettings(1e-6, 0.5, 2);
        var readout = new Readout(Readout.Pooling.LAST, 50, Readout.Cut.START);
        EmotionModel model = RandomWeights.model(ENCODER, readout, clipped, 9);
        float[] frames = RandomWeights.frames(20, ENCODER.inputs(), 10);
        frames[3] = Float.NaN;
        frames[17] = Float.NEGATIVE_INFINITY;
        frames[40] = Float.POSITIVE_INFINITY;
        frames[60] = 1e30f;
        // The column that RandomWeights leaves without deviation.
        frames[5 * ENCODER.inputs() + RandomWeights.DEAD_COLUMN] = Float.NaN;
        assertSame(model, frames, 20);
    }

    @Test
    void takesALengthOutsideTheBatchAsTheNearestInside() throws IOException, OrtException {
        var readout = new Readout(Readout.Pooling.MEAN, 50, Readout.Cut.START);
        EmotionModel model = RandomWeights.model(ENCODER, readout, 11);
        float[] frames = RandomWeights.frames(20, ENCODER.inputs(), 12);
        float[][] scores = run(model, frames, 20, new long[] {99, 0});
        assertClose(scores[0], model.predict(frames, 20));
        float[] second = RandomWeights.frames(20, ENCODER.inputs(), 12);
        assertClose(scores[1], model.predict(second, 1));
    }

    @Test
    void saysWhatTheModelDirectorySays() throws IOException, OrtException {
        EmotionModel model = RandomWeights.model(ENCODER, new Readout(Readout.Pooling.LAST, 50, Readout.Cut.START), 13);
        Path file = directory.resolve("model.onnx");
        OnnxExport.write(model, file);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            assertThat(metadata).containsEntry("emotions", "a,b,c").containsEntry("frame_rate", "100.0");
            assertThat(metadata.get("columns")).startsWith("column_0,column_1");
            assertThat(metadata.get("presence_thresholds")).isEqualTo("0.5,0.5,0.5");
            assertThat(metadata.get("uncertainties")).isEqualTo(",,");
            assertThat(session.getMetadata().getProducerName()).isEqualTo("undertone");
        }
    }

    /** Clips of these lengths in one batch, padded with rubbish. */
    private void assertSame(EmotionModel model, int... lengths) throws IOException, OrtException {
        int longest = Arrays.stream(lengths).max().orElseThrow();
        int columns = model.columns().count();
        float[] batch = RandomWeights.frames(longest * lengths.length, columns, 14);
        long[] declared = Arrays.stream(lengths).asLongStream().toArray();
        float[][] scores = run(model, batch, longest, declared);
        for (int clip = 0; clip < lengths.length; clip++) {
            int first = clip * longest * columns;
            float[] frames = Arrays.copyOfRange(batch, first, first + lengths[clip] * columns);
            assertClose(scores[clip], model.predict(frames, lengths[clip]));
        }
    }

    private void assertSame(EmotionModel model, float[] frames, int count) throws IOException, OrtException {
        assertClose(run(model, frames, count, new long[] {count})[0], model.predict(frames, count));
    }

    private float[][] run(EmotionModel model, float[] frames, int time, long[] lengths)
            throws IOException, OrtException {
        Path file = directory.resolve("model.onnx");
        OnnxExport.write(model, file);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        int columns = model.columns().count();
        float[] repeated = frames;
        if (frames.length < lengths.length * time * columns) {
            repeated = Arrays.copyOf(frames, lengths.length * time * columns);
            for (int clip = 1; clip < lengths.length; clip++) {
                System.arraycopy(frames, 0, repeated, clip * frames.length, frames.length);
            }
        }
        long[] shape = {lengths.length, time, columns};
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(repeated), shape);
                OnnxTensor count =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(lengths), new long[] {lengths.length});
                OrtSession.Result result = session.run(Map.of("frames", input, "lengths", count))) {
            return (float[][]) result.get("scores").orElseThrow().getValue();
        }
    }

    private static void assertClose(float[] actual, double[] expected) {
        for (int emotion = 0; emotion < expected.length; emotion++) {
            assertThat((double) actual[emotion]).isCloseTo(expected[emotion], within(1e-5));
        }
    }
}
