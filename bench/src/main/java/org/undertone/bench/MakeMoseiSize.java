package org.undertone.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes a pair of computational sequences of CMU-MOSEI's size: real videos, times and labels, read from a table, with
 * generated features of 74 columns, 100 rows per second over the whole of each video.
 */
public final class MakeMoseiSize {
    private static final int COLUMNS = 74;
    private static final int LABELS = 7;
    private static final double STEP_SECONDS = 0.01;
    private static final long SEED = 1;
    /** Share of a value that stays from one row to the next; such rows compress as little as real ones do. */
    private static final float INERTIA = 0.9f;

    private MakeMoseiSize() {}

    /** One row of the table. */
    private record Row(double start, double end, float[] labels) {}

    /**
     * Runs.
     *
     * @param arguments table of labels ({@code id,start,end} and seven values), directory to make the pair in,
     *     {@code contiguous} or {@code gzip}, and optionally how many of the videos
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        if (arguments.length < 3 || !List.of("contiguous", "gzip").contains(arguments[2])) {
            out.println("usage: bench/make-mosei-size LABELS.csv DIRECTORY contiguous|gzip [VIDEOS]");
            System.exit(2);
        }
        Map<String, List<Row>> videos = read(Path.of(arguments[0]));
        int limit = arguments.length > 3 ? Integer.parseInt(arguments[3]) : videos.size();
        videos.keySet().removeAll(videos.keySet().stream().skip(limit).toList());
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        writeLabels(directory.resolve("labels.csd"), videos);
        Path acoustic = directory.resolve("acoustic.csd");
        long rows = writeFeatures(acoustic, videos, arguments[2].equals("gzip"));
        out.printf("%s: %d videos, %d rows, %.2f GB%n", acoustic, videos.size(), rows, Files.size(acoustic) / 1e9);
    }

    private static Map<String, List<Row>> read(Path table) throws IOException {
        Map<String, List<Row>> videos = new LinkedHashMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.split(",");
            if (fields[0].equals("id")) {
                continue;
            }
            var labels = new float[LABELS];
            for (int label = 0; label < LABELS; label++) {
                labels[label] = Float.parseFloat(fields[3 + label]);
            }
            videos.computeIfAbsent(fields[0], id -> new ArrayList<>())
                    .add(new Row(Double.parseDouble(fields[1]), Double.parseDouble(fields[2]), labels));
        }
        return videos;
    }

    private static void writeLabels(Path file, Map<String, List<Row>> videos) {
        try (var writer = new SequenceWriter(file, "All Labels", false)) {
            videos.forEach((id, rows) -> {
                var values = new float[rows.size() * LABELS];
                var times = new double[rows.size() * 2];
                for (int row = 0; row < rows.size(); row++) {
                    System.arraycopy(rows.get(row).labels(), 0, values, row * LABELS, LABELS);
                    times[2 * row] = rows.get(row).start();
                    times[2 * row + 1] = rows.get(row).end();
                }
                writer.video(id, values, times);
            });
        }
    }

    private static long writeFeatures(Path file, Map<String, List<Row>> videos, boolean gzip) {
        var random = new SplittableRandom(SEED);
        long written = 0;
        try (var writer = new SequenceWriter(file, "COVAREP", gzip)) {
            for (Map.Entry<String, List<Row>> video : videos.entrySet()) {
                double end =
                        video.getValue().stream().mapToDouble(Row::end).max().orElseThrow();
                int rows = (int) Math.ceil(end / STEP_SECONDS);
                writer.video(video.getKey(), features(random, rows), intervals(rows));
                written += rows;
            }
        }
        return written;
    }

    private static double[] intervals(int rows) {
        var intervals = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            intervals[2 * row] = row * STEP_SECONDS;
            intervals[2 * row + 1] = (row + 1) * STEP_SECONDS;
        }
        return intervals;
    }

    private static float[] features(SplittableRandom random, int rows) {
        var values = new float[rows * COLUMNS];
        for (int i = 0; i < values.length; i += 2) {
            // Two numbers of 24 bits from one draw: this loop makes two thousand million.
            long draw = random.nextLong();
            values[i] = next(values, i, (int) (draw >>> 40));
            if (i + 1 < values.length) {
                values[i + 1] = next(values, i + 1, (int) (draw & 0xFFFFFF));
            }
        }
        return values;
    }

    private static float next(float[] values, int i, int bits) {
        float noise = bits * 0x1p-24f - 0.5f;
        return i < COLUMNS ? noise : INERTIA * values[i - COLUMNS] + noise;
    }
}
