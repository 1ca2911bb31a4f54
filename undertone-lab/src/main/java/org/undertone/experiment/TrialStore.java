package org.undertone.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;

/**
 * Finished trials on disk: {@code trials.jsonl}, one line each, and {@code predictions/NAME.safetensors}.
 *
 * <p>Predictions appear before the line does, and the line is on disk before {@link #add} returns: what a line names is
 * there, whenever the process is killed. A last line that a kill tore off is cut away when the file is opened.
 */
final class TrialStore implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "trials.jsonl";
    private static final String LABELLED = "labelled";
    private static final String EVALUATION = "evaluation";

    private final Path file;
    private final Path predictions;
    private final FileChannel channel;
    private final Map<TrialKey, Trial> trials = new LinkedHashMap<>();

    private TrialStore(Path file, Path predictions, FileChannel channel) {
        this.file = file;
        this.predictions = predictions;
        this.channel = channel;
    }

    /** Opens the trials of a run directory, none at first. */
    static TrialStore open(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Path predictions = Files.createDirectories(directory.resolve("predictions"));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        TrialStore store = new TrialStore(file, predictions, channel);
        try {
            store.readAll();
            return store;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The trials that are there, in the order in which they ended. */
    synchronized Map<TrialKey, Trial> trials() {
        return new LinkedHashMap<>(trials);
    }

    /** Whether a trial is there and has scores. */
    synchronized boolean done(TrialKey key) {
        Trial trial = trials.get(key);
        return trial != null && trial.failure().isEmpty();
    }

    /** Puts a trial on disk. */
    void add(Trial trial, Optional<TrialOutcome> outcome) throws IOException {
        if (outcome.isPresent()) {
            try (SafetensorsWriter writer = SafetensorsWriter.create(predictionsOf(trial.key()))) {
                write(writer, LABELLED, outcome.get().labelled());
                write(writer, EVALUATION, outcome.get().evaluation());
                writer.commit();
            }
        }
        append(trial);
    }

    /** Scores of a finished trial. */
    TrialOutcome outcome(TrialKey key) throws IOException {
        try (SafetensorsFile saved = SafetensorsFile.open(predictionsOf(key))) {
            return new TrialOutcome(read(saved, LABELLED), read(saved, EVALUATION));
        }
    }

    private Path predictionsOf(TrialKey key) {
        return predictions.resolve(key.name() + ".safetensors");
    }

    private synchronized void append(Trial trial) throws IOException {
        TrialKey key = trial.key();
        ObjectNode line = JSON.createObjectNode()
                .put("method", key.method())
                .put("budget", key.budget())
                .put("all", key.all())
                .put("repeat", key.repeat())
                .put("fold", key.fold())
                .put("seed", trial.seed())
                .put("labels", trial.labels())
                .put("seconds", Math.round(trial.seconds() * 1000) / 1000.0);
        trial.failure().ifPresent(reason -> line.put("failure", reason));
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        trials.put(key, trial);
    }

    private void readAll() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = wholeLines(bytes);
        channel.truncate(end);
        channel.position(end);
        trials.putAll(parse(file, bytes, end));
    }

    /** The trials of a run directory as they are now, without touching the file, which a run may be writing to. */
    static Map<TrialKey, Trial> peek(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        return parse(file, bytes, wholeLines(bytes));
    }

    /** Where the last whole line ends. */
    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static Map<TrialKey, Trial> parse(Path file, byte[] bytes, int end) throws IOException {
        Map<TrialKey, Trial> trials = new LinkedHashMap<>();
        int number = 0;
        for (String line :
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList()) {
            Trial trial = parse(file, line, ++number);
            trials.put(trial.key(), trial);
        }
        return trials;
    }

    private static Trial parse(Path file, String line, int number) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            TrialKey key = new TrialKey(
                    node.required("method").asText(),
                    node.required("budget").asInt(),
                    node.required("all").asBoolean(),
                    node.required("repeat").asInt(),
                    node.required("fold").asInt());
            return new Trial(
                    key,
                    node.required("seed").asLong(),
                    node.required("labels").asInt(),
                    node.required("seconds").asDouble(),
                    Optional.ofNullable(node.get("failure")).map(JsonNode::asText));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new FileFormatException(
                    file, "line " + number, "not a trial; remove the line and resume to run it again", e);
        }
    }

    private static void write(SafetensorsWriter writer, String name, double[][] rows) throws IOException {
        int columns = rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * columns, columns);
        }
        writer.doubles(name, flat, rows.length, columns);
    }

    private double[][] read(SafetensorsFile saved, String name) throws IOException {
        var shape = saved.entry(name).shape();
        if (shape.size() != 2) {
            throw new FileFormatException(saved.file(), name, "scores must be [clip][emotion] but have shape " + shape);
        }
        int columns = Math.toIntExact(shape.get(1));
        double[] flat = saved.doubles(name);
        double[][] rows = new double[Math.toIntExact(shape.get(0))][columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(flat, row * columns, rows[row], 0, columns);
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
