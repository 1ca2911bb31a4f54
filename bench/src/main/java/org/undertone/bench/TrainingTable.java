package org.undertone.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The training step, its peer and the machine's limit, in one run and one table.
 *
 * <p>Each line is a process of its own, because the threads of libtorch's BLAS are told by the environment alone; the
 * whole table is taken {@value #ROUNDS} times, lines in turn, and the middle time of each line counts.
 */
public final class TrainingTable {

    private static final int ROUNDS = 3;
    private static final String CHILD = "--line";

    private TrainingTable() {}

    /** Prints the table on standard output. */
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        if (arguments.length == 4 && arguments[0].equals(CHILD)) {
            measure(arguments[1], arguments[2], arguments[3]);
            return;
        }
        List<Line> lines = List.of(
                new Line("product of matrices, 1 thread", MatrixBenchmark.class, "", 1),
                new Line("undertone, 1 worker", TrainingStepBenchmark.class, "workers", 1),
                new Line("libtorch, 1 thread", LibtorchStepBenchmark.class, "threads", 1),
                new Line("undertone, 2 workers", TrainingStepBenchmark.class, "workers", 2),
                new Line("libtorch, 2 threads", LibtorchStepBenchmark.class, "threads", 2));
        List<List<Double>> times = new ArrayList<>();
        lines.forEach(line -> times.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int line = 0; line < lines.size(); line++) {
                times.get(line).add(lines.get(line).run());
            }
        }
        print(lines, times.stream().map(TrainingTable::middle).toList());
    }

    private static void print(List<Line> lines, List<Double> times) {
        double limit = MatrixBenchmark.operations() / times.get(0) / 1e6;
        double peer = Math.min(times.get(2), times.get(4));
        print("%-32s %9s %9s %10s %9s%n", "one step, 32 clips x 300 frames", "ms", "GFLOP/s", "x libtorch", "of limit");
        for (int i = 1; i < lines.size(); i++) {
            double rate = TrainingStepBenchmark.operations() / times.get(i) / 1e6;
            print(
                    "%-32s %9.1f %9.1f %10.2f %8.0f%%%n",
                    lines.get(i).title(),
                    times.get(i),
                    rate,
                    peer / times.get(i),
                    100 * rate / (lines.get(i).threads() * limit));
        }
        print(
                "x libtorch: against its better line; limit: threads x %.1f GFLOP/s, a %d x %d product on one thread%n",
                limit, MatrixBenchmark.SIZE, MatrixBenchmark.SIZE);
    }

    private static void measure(String benchmark, String parameter, String value) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\." + benchmark + "\\.").verbosity(VerboseMode.SILENT);
        if (!parameter.equals("-")) {
            options.param(parameter, value);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            print("%s%n", result.getPrimaryResult().getScore());
        }
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private record Line(String title, Class<?> benchmark, String parameter, int threads) {

        double run() throws IOException, InterruptedException {
            ProcessBuilder process = new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TrainingTable.class.getName(),
                    CHILD,
                    benchmark.getSimpleName(),
                    parameter.isEmpty() ? "-" : parameter,
                    Integer.toString(threads));
            // Ours runs one BLAS thread per worker; the peer may use as many as it runs threads.
            String blas = parameter.equals("threads") ? Integer.toString(threads) : "1";
            process.environment().putAll(Map.of("OMP_NUM_THREADS", blas, "OPENBLAS_NUM_THREADS", blas));
            process.redirectError(ProcessBuilder.Redirect.INHERIT);
            Process running = process.start();
            String output = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw new IOException(title + " failed: " + output);
            }
            return Double.parseDouble(
                    output.strip().lines().reduce((first, last) -> last).orElseThrow());
        }
    }
}
