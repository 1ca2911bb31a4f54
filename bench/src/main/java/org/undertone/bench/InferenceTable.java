package org.undertone.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.model.EmotionModel;
import org.undertone.model.ModelState;
import org.undertone.model.Readout;
import org.undertone.model.WindowSettings;
import org.undertone.model.WindowStream;

/**
 * What the paper's network costs: CPU seconds of one thread per second of audio, beside the same network on oneDNN and on
 * libtorch. Lines take turns; medians of some rounds after one that does not count.
 */
public final class InferenceTable {
    private static final int ROUNDS = 15;
    private static final int CLIP_FRAMES = 300;
    private static final int RECORDING_FRAMES = 3000;
    private static final int PIECE_FRAMES = 100;
    private static final int COLUMNS = FrameColumns.COVAREP.count();

    private final InferenceModel network;
    private final EmotionModel model;
    private final float[] clip = TrainingStepBenchmark.random(CLIP_FRAMES * COLUMNS, 1);
    private final Frames clipFrames = frames(clip);
    private final float[] recording = TrainingStepBenchmark.random(RECORDING_FRAMES * COLUMNS, 2);
    private final Frames recordingFrames = frames(recording);

    private InferenceTable(InferenceModel network) {
        this.network = network;
        this.model = network.model();
    }

    /** Prints the table on standard output. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        try (var network = new InferenceModel()) {
            new InferenceTable(network).run(rounds);
        }
    }

    private void run(int rounds) {
        var readout = model.description().readout();
        int repeats = RECORDING_FRAMES / CLIP_FRAMES;
        List<Line> lines = List.of(
                new Line("a clip of 3 s", repeated(repeats, () -> model.predict(clipFrames))),
                new Line("windows of 3 s every 1 s, a recording", () -> windows(RECORDING_FRAMES)),
                new Line("the same, live, a second at a time", () -> windows(PIECE_FRAMES)),
                new Line("embedding of a clip", repeated(repeats, () -> embed(readout))),
                new Line("frame by frame, by hand", this::steps),
                new Line("oneDNN, a clip of 3 s", repeated(repeats, () -> network.oneDnn(clip, 1))),
                new Line("oneDNN, three clips of 3 s every 3 s", repeated(repeats, () -> network.oneDnn(clip, 3))),
                new Line("libtorch, a clip of 3 s", repeated(repeats, () -> network.libtorch(clip, 1))),
                new Line("libtorch, three clips of 3 s every 3 s", repeated(repeats, () -> network.libtorch(clip, 3))));
        List<List<Double>> times = new ArrayList<>();
        lines.forEach(line -> times.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int line = 0; line < lines.size(); line++) {
                double seconds = cpuSeconds(lines.get(line).work());
                if (round > 0) {
                    times.get(line).add(seconds);
                }
            }
        }
        print("| %-38s | %18s | %12s |%n", "the paper's network, 100 frames/s", "CPU s per s, in %", "least, in %");
        print("|---|---|---|%n");
        for (int line = 0; line < lines.size(); line++) {
            double[] sorted =
                    times.get(line).stream().mapToDouble(t -> t).sorted().toArray();
            double scale = 100 / (RECORDING_FRAMES * Frames.HOP_SECONDS);
            print(
                    "| %-38s | %18.3f | %12.3f |%n",
                    lines.get(line).title(), sorted[sorted.length / 2] * scale, sorted[0] * scale);
        }
        print(
                "largest difference of outputs: from oneDNN %.1e, from libtorch %.1e%n",
                difference(network.oneDnn(clip, 1)), difference(network.libtorch(clip, 1)));
    }

    private void windows(int piece) {
        WindowStream windows = model.windows(WindowSettings.DEFAULT);
        double[] values = recordingFrames.values();
        for (int at = 0; at < values.length; at += piece * COLUMNS) {
            windows.push(new Frames(FrameColumns.COVAREP, Arrays.copyOfRange(values, at, at + piece * COLUMNS)));
        }
        windows.finish();
    }

    private void embed(Readout readout) {
        model.encoder().embed(clip, CLIP_FRAMES, readout);
    }

    private void steps() {
        ModelState state = model.begin();
        for (int frame = 0; frame < RECORDING_FRAMES; frame++) {
            model.step(recording, frame * COLUMNS, state, state);
        }
    }

    private double difference(float[] outputs) {
        float[] ours = model.encoder().encode(clip, CLIP_FRAMES);
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - outputs[i]));
        }
        return largest;
    }

    private static Frames frames(float[] values) {
        var doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return new Frames(FrameColumns.COVAREP, doubles);
    }

    private static Runnable repeated(int times, Runnable work) {
        return () -> {
            for (int i = 0; i < times; i++) {
                work.run();
            }
        };
    }

    private static double cpuSeconds(Runnable work) {
        double begin = FeatureStages.cpuSeconds();
        work.run();
        return FeatureStages.cpuSeconds() - begin;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private record Line(String title, Runnable work) {}
}
