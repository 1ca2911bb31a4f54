package org.undertone.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undertone.network.Parameters;
import org.undertone.storage.ElementType;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;

/**
 * The state of training after a whole epoch, in one safetensors file that appears whole or not at all: parameters, both
 * moments of Adam, its steps, the losses so far. All randomness derives from (seed, epoch, clip), so that no generator's
 * state has to be kept beyond the number of the epoch.
 */
final class Checkpoint {

    private static final String PARAMETERS = "parameters";
    private static final String FIRST = "adam.first_moment";
    private static final String SECOND = "adam.second_moment";
    private static final String PROGRESS = "progress";
    private static final String LOSSES = "losses";
    private static final String FINGERPRINT = "fingerprint";

    private final Path file;
    private final String fingerprint;

    /**
     * A checkpoint at a place.
     *
     * @param fingerprint of everything that decides the run; a checkpoint of another run is refused
     */
    Checkpoint(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(Parameters parameters, Trainer trainer, LossHistory history) throws IOException {
        try (SafetensorsWriter writer = SafetensorsWriter.create(file, Map.of(FINGERPRINT, fingerprint))) {
            long size = parameters.layout().size();
            writer.floats(PARAMETERS, parameters.values(), size);
            writer.floats(FIRST, trainer.adam().firstMoment(), size);
            writer.floats(SECOND, trainer.adam().secondMoment(), size);
            writer.longs(PROGRESS, new long[] {trainer.epoch(), trainer.adam().steps()}, 2);
            double[] losses = history.epochs().stream()
                    .flatMapToDouble(epoch -> java.util.stream.DoubleStream.of(epoch.training(), epoch.heldOut()))
                    .toArray();
            writer.doubles(LOSSES, losses, losses.length / 2, 2);
            writer.commit();
        }
    }

    LossHistory restore(Parameters parameters, Trainer trainer) throws IOException {
        try (SafetensorsFile saved = SafetensorsFile.open(file)) {
            String other = saved.metadata().get(FINGERPRINT);
            if (!fingerprint.equals(other)) {
                throw new FileFormatException(
                        file,
                        "metadata",
                        "the checkpoint belongs to a run with other settings, data or seed; resume with those, or give"
                                + " another directory");
            }
            long size = parameters.layout().size();
            for (String name : List.of(PARAMETERS, FIRST, SECOND)) {
                saved.require(name, ElementType.F32, size);
            }
            long[] progress = saved.longs(PROGRESS);
            double[] losses = saved.doubles(LOSSES);
            if (progress.length != 2 || progress[0] < 0 || progress[1] < 0 || losses.length != 2 * progress[0]) {
                throw new FileFormatException(file, PROGRESS, "epochs, steps and losses do not fit together");
            }
            parameters.set(saved.floats(PARAMETERS));
            trainer.adam().restore(progress[1], saved.floats(FIRST), saved.floats(SECOND));
            trainer.resumeAt(Math.toIntExact(progress[0]));
            List<LossHistory.Epoch> epochs = new ArrayList<>();
            for (int i = 0; i < losses.length; i += 2) {
                epochs.add(new LossHistory.Epoch(losses[i], losses[i + 1]));
            }
            return new LossHistory(epochs);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
