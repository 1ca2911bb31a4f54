package org.undertone.exchange;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.DOUBLE;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT64;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.List;
import org.undertone.features.Standardizer;
import org.undertone.model.EmotionModel;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruWeights;
import org.undertone.model.Readout;

/**
 * An emotion model as a graph of ONNX: from raw frames to scores, every step of {@link EmotionModel#predict(float[], int)}
 * for a batch of clips of different lengths. What is double there is double here.
 */
final class OnnxModel {
    static final String FRAMES = "frames";
    static final String LENGTHS = "lengths";
    static final String SCORES = "scores";
    static final String OUTPUTS = "outputs";

    private final EmotionModel model;
    private final GruEncoderSettings encoder;
    private final Readout readout;
    private final OnnxGraph graph;
    /** The clips' lengths in steps, cut to what the readout takes: {@code [batch, 1]}. */
    private String steps;
    /** Which steps of the batch belong to a clip: {@code [batch, time, 1]}. */
    private String valid;

    private OnnxModel(EmotionModel model) {
        this.model = model;
        encoder = model.encoder().settings();
        readout = model.description().readout();
        graph = new OnnxGraph(
                "undertone",
                "Scores of " + String.join(", ", model.emotions()) + " from frames of "
                        + encoder.inputs() + " acoustic columns at "
                        + model.encoder().description().frameRate() + " frames per second.");
    }

    static GraphProto graph(EmotionModel model) {
        var built = new OnnxModel(model);
        built.build();
        return built.graph.build();
    }

    private void build() {
        String inputs = Integer.toString(encoder.inputs());
        graph.input(FRAMES, FLOAT, "batch", "time", inputs);
        graph.input(LENGTHS, INT64, "batch");
        String kept = standardise(cut());
        String sequence = graph.transpose(kept, 1, 0, 2);
        String lengths = graph.cast(graph.node("Squeeze", steps, graph.longs("second", 1)), INT32);
        for (int layer = 0; layer < encoder.layers(); layer++) {
            sequence = layer(layer, sequence, lengths);
        }
        String outputs = dense(graph.transpose(sequence, 1, 0, 2));
        graph.output(outputs, OUTPUTS, FLOAT, "batch", "steps", Integer.toString(encoder.outputs()));
        graph.output(
                head(pool(outputs)),
                SCORES,
                FLOAT,
                "batch",
                Integer.toString(model.emotions().size()));
    }

    /** The part of each clip that the readout keeps, from its beginning on: {@code [batch, steps, column]}. */
    private String cut() {
        String zero = graph.whole("zero", 0);
        String one = graph.whole("one", 1);
        String time = graph.node(
                "Gather",
                List.of(graph.node("Shape", FRAMES), graph.whole("time_axis", 1)),
                OnnxGraph.integer("axis", 0));
        String lengths = graph.node(
                "Unsqueeze", graph.node("Min", graph.node("Max", LENGTHS, one), time), graph.longs("last_axis", 1));
        String most = graph.whole("maximum_steps", readout.maximumSteps());
        steps = graph.node("Min", lengths, most);
        String first = readout.cut() == Readout.Cut.START
                ? graph.node("Mul", steps, zero)
                : graph.node("Div", graph.node("Sub", lengths, steps), graph.whole("two", 2));
        String range = graph.node("Range", zero, graph.node("Min", time, most), one);
        String row = graph.node("Unsqueeze", range, graph.longs("first_axis", 0));
        valid = graph.node("Unsqueeze", graph.node("Less", row, steps), graph.longs("third_axis", 2));
        // Steps beyond a clip's end point at a frame that exists; what comes of them is masked.
        String wanted = graph.node("Min", graph.node("Add", first, row), graph.node("Sub", time, one));
        String indices = graph.node("Unsqueeze", wanted, graph.longs("index_axis", 2));
        return graph.node("GatherND", List.of(FRAMES, indices), OnnxGraph.integer("batch_dims", 1));
    }

    private String standardise(String frames) {
        Standardizer standardizer = model.encoder().standardizer();
        int columns = encoder.inputs();
        double[] deviations = standardizer.standardDeviation();
        var alive = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            alive[column] = !standardizer
                    .deadColumns()
                    .contains(standardizer.columns().names().get(column));
            deviations[column] = alive[column] ? deviations[column] : 1;
        }
        String value = graph.cast(frames, DOUBLE);
        String score = graph.node(
                "Div",
                graph.node("Sub", value, graph.doubles("mean", standardizer.mean(), columns)),
                graph.doubles("standard_deviation", deviations, columns));
        double clip = standardizer.settings().clip();
        if (Double.isFinite(clip)) {
            score = graph.node(
                    "Max",
                    graph.node("Min", score, graph.doubles("upper", new double[] {clip})),
                    graph.doubles("lower", new double[] {-clip}));
        }
        String missing = graph.node("Or", graph.node("IsNaN", frames), graph.node("IsInf", frames));
        float[] replacement = {(float) standardizer.settings().missingValue()};
        String known =
                graph.node("Where", missing, graph.floats("missing_value", replacement), graph.cast(score, FLOAT));
        return graph.node("Where", graph.booleans("alive", alive), known, graph.floats("dead_value", new float[] {0}));
    }

    private String layer(int layer, String sequence, String lengths) {
        GruWeights weights = model.encoder().weights().layers().get(layer);
        int units = encoder.hidden();
        int inputs = encoder.layerInputs(layer);
        String suffix = "_l" + layer;
        var bias = new float[6 * units];
        System.arraycopy(GateOrder.updateFirst(weights.inputBias(), units, 1), 0, bias, 0, 3 * units);
        System.arraycopy(GateOrder.updateFirst(weights.hiddenBias(), units, 1), 0, bias, 3 * units, 3 * units);
        List<String> values = List.of(
                sequence,
                graph.floats(
                        "weight" + suffix,
                        GateOrder.updateFirst(weights.input(), units, inputs),
                        1,
                        3L * units,
                        inputs),
                graph.floats(
                        "recurrence" + suffix,
                        GateOrder.updateFirst(weights.hidden(), units, units),
                        1,
                        3L * units,
                        units),
                graph.floats("bias" + suffix, bias, 1, 6L * units),
                lengths);
        String output = graph.node(
                "GRU", values, OnnxGraph.integer("hidden_size", units), OnnxGraph.integer("linear_before_reset", 1));
        // [time, direction, batch, unit] to [time, batch, unit]
        return graph.node("Squeeze", output, graph.longs("direction", 1));
    }

    /** The outputs of every step, 0 beyond a clip's end: {@code [batch, steps, output]}. */
    private String dense(String hidden) {
        int outputs = encoder.outputs();
        int units = encoder.hidden();
        float[] weights = model.encoder().weights().output().weights();
        String product = graph.node(
                "MatMul",
                hidden,
                graph.floats("output_weight", Matrices.transposed(weights, outputs, units), units, outputs));
        String sum = graph.node(
                "Add",
                product,
                graph.floats("output_bias", model.encoder().weights().output().bias(), outputs));
        return graph.node("Mul", sum, graph.cast(valid, FLOAT));
    }

    /** One vector of each clip: {@code [batch, width]}, double. */
    private String pool(String outputs) {
        return switch (readout.pooling()) {
            case LAST -> {
                String last = graph.node("Sub", steps, graph.whole("step", 1));
                yield graph.cast(
                        graph.node("GatherND", List.of(outputs, last), OnnxGraph.integer("batch_dims", 1)), DOUBLE);
            }
            case MEAN -> {
                String sum = graph.node(
                        "ReduceSum",
                        List.of(graph.cast(outputs, DOUBLE), graph.longs("time", 1)),
                        OnnxGraph.integer("keepdims", 0));
                yield graph.node("Div", sum, graph.cast(steps, DOUBLE));
            }
            case FLATTEN -> flatten(outputs);
        };
    }

    private String flatten(String outputs) {
        String made = graph.node(
                "Gather",
                List.of(graph.node("Shape", outputs), graph.longs("steps_axis", 1)),
                OnnxGraph.integer("axis", 0));
        String lacking = graph.node("Sub", graph.longs("all_steps", readout.maximumSteps()), made);
        String pads = graph.node(
                "Concat",
                List.of(graph.longs("pads_before", 0, 0, 0, 0), lacking, graph.longs("pads_after", 0)),
                OnnxGraph.integer("axis", 0));
        String padded = graph.node("Pad", outputs, pads);
        String flat = graph.node("Reshape", padded, graph.longs("flat", -1, readout.width(encoder.outputs())));
        return graph.cast(flat, DOUBLE);
    }

    private String head(String pooled) {
        int emotions = model.emotions().size();
        int width = readout.width(encoder.outputs());
        float[] weights = Matrices.transposed(model.head().weights(), emotions, width);
        String product =
                graph.node("MatMul", pooled, graph.cast(graph.floats("head_weight", weights, width, emotions), DOUBLE));
        String sum = graph.node(
                "Add",
                product,
                graph.cast(graph.floats("head_bias", model.head().bias(), emotions), DOUBLE));
        return graph.cast(sum, FLOAT);
    }
}
