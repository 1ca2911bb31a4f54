package org.undertone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.FoundRecording;
import org.undertone.audio.RecordingFiles;
import org.undertone.media.AudioFiles;
import org.undertone.recognition.Recording;

/** The recordings that {@code predict} was given, in their order; what cannot be searched is complained of and left out. */
final class PredictedInputs {
    /** A recording from a pipe has to be held: its reader goes back and forth in it. */
    static final int MOST_HELD_BYTES = 256 << 20;

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Console console;
    private final InputStream in;
    private final RawSoundOptions raw;
    private final AudioSettings channel;
    private final AudioDecoder decoder = AudioFiles.create();
    private final RecordingFiles files = RecordingFiles.of(AudioFiles::isNamedAsRecording);
    private int failed;

    PredictedInputs(Console console, InputStream in, RawSoundOptions raw, AudioSettings channel) {
        this.console = console;
        this.in = in;
        this.raw = raw;
        this.channel = channel;
    }

    static boolean isStandardInput(Path named) {
        return named.equals(STANDARD_INPUT);
    }

    void add(Path named) {
        try {
            files.add(named);
        } catch (IOException e) {
            failed++;
            console.complain("failed: " + Failure.sentence(named.toString(), e));
        }
    }

    /**
     * Adds what a list names.
     *
     * @throws IOException where the list itself cannot be used
     */
    void addList(Path list) throws IOException {
        RecordingFiles.list(list).forEach(this::add);
    }

    /** How many were left out. */
    int failed() {
        return failed;
    }

    List<Recording> recordings() {
        List<Recording> recordings = new ArrayList<>();
        for (FoundRecording found : files.found()) {
            Path file = found.file();
            recordings.add(isStandardInput(file) ? standardInput() : Recording.of(file, decoder, channel));
        }
        return recordings;
    }

    private Recording standardInput() {
        String name = STANDARD_INPUT.toString();
        if (raw.areGiven()) {
            return Recording.passing(name, () -> raw.open(in));
        }
        var held = new Held();
        return new Recording(name, held::open, true);
    }

    /** Standard input, read once. */
    private final class Held {
        private AudioInput input;

        AudioStream open() throws IOException {
            if (input == null) {
                input = AudioInput.of(RawSoundOptions.STANDARD_INPUT, in, MOST_HELD_BYTES);
            }
            return decoder.open(input, channel);
        }
    }
}
