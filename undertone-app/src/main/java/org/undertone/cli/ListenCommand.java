package org.undertone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.undertone.audio.AudioStream;
import org.undertone.media.Microphones;
import org.undertone.model.EmotionModel;
import org.undertone.model.WindowSettings;
import org.undertone.recognition.Listening;
import org.undertone.recognition.ListeningSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone listen}: what a model says of a voice while it speaks. */
@Command(
        name = "listen",
        description = {
            "Show what a model says of a voice while it speaks: from a microphone, or from raw sound on standard input,"
                    + " as in",
            "",
            "  arecord -q -t raw -f S16_LE -r 16000 | undertone listen model --pcm s16le",
            "  parec --channels=1 --rate=16000 | undertone listen model --pcm s16le",
            "",
            "Scores come after a delay that is stated at the beginning. Ctrl-C ends it: what was heard by then is still"
                    + " judged, and the exit code is 130; where the sound ends by itself it is 0."
        },
        footer = "  undertone listen model")
final class ListenCommand extends Subcommand {
    private static final String LIVE = "live";

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Mixin
    private RawSoundOptions raw;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "The microphone, by its name or part of it. Default: the first.")
    private String device;

    @Option(names = "--list-devices", description = "Print the names of the microphones and exit.")
    private boolean listDevices;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            description = "Length of the windows that are judged. Default: 3.")
    private double window = WindowSettings.DEFAULT.windowSeconds();

    @Option(
            names = "--hop",
            paramLabel = "SECONDS",
            description = "From the beginning of a window to that of the next. Default: 1.")
    private double hop = WindowSettings.DEFAULT.hopSeconds();

    @Option(
            names = "--format",
            paramLabel = "live|csv|jsonl",
            defaultValue = LIVE,
            description = "How to show: a view for people, or a line for each window as CSV or JSON, as 'undertone"
                    + " predict' prints them. Default: ${DEFAULT-VALUE}.")
    private String format = LIVE;

    private final InputStream in;
    private final Supplier<Microphones> microphones;

    ListenCommand(Console console, InputStream in, Supplier<Microphones> microphones) {
        super(console);
        this.in = in;
        this.microphones = microphones;
    }

    @Override
    protected void run() throws Exception {
        if (listDevices) {
            List<String> names = microphones.get().names();
            names.forEach(console.out()::println);
            if (names.isEmpty()) {
                throw new WorkFailedException("no microphone was found on this machine" + instead());
            }
            return;
        }
        if (model == null) {
            throw wrongUse("no model is named");
        }
        Optional<PredictionFormat> rows = settings(this::rows);
        WindowSettings windows = settings(() -> new WindowSettings(window, hop));
        checkSource();
        EmotionModel read = EmotionModel.read(model);
        settings(() -> read.windows(windows));
        try (AudioStream sound = open()) {
            listen(read, sound, windows, rows);
        }
    }

    private void listen(EmotionModel read, AudioStream sound, WindowSettings windows, Optional<PredictionFormat> rows)
            throws IOException {
        double delay = Listening.delaySeconds(read, sound.rate(), windows);
        console.interruption().sayWhenRequested("listening ends, judging the last window");
        var settings = new ListeningSettings(windows, ListeningSettings.USUAL_HELD_SECONDS, raw.areGiven());
        try (ListeningView view = view(read, rows, windows.windowSeconds() + delay)) {
            view.note(String.format(
                    Locale.ROOT,
                    "listening to %s: scores of the latest %s s every %s s, at most %.1f s after they were spoken; from 0 to"
                            + " 3, * counts as present; Ctrl-C ends",
                    raw.areGiven() ? RawSoundOptions.STANDARD_INPUT : source(),
                    number(windows.windowSeconds()),
                    number(windows.hopSeconds()),
                    delay));
            var display = new ListeningDisplay(view, console.interruption());
            Listening.run(sound, read, settings, display, console.nanoTime());
        }
    }

    private ListeningView view(EmotionModel read, Optional<PredictionFormat> rows, double firstSeconds)
            throws IOException {
        if (rows.isPresent()) {
            var printed = rows.get().rows(read.description(), List.of(source()), console.out());
            return new RowsView(console, printed, source());
        }
        return console.terminal().interactive()
                ? new LiveView(console, read.emotions(), firstSeconds)
                : new PlainView(console);
    }

    private Optional<PredictionFormat> rows() {
        String name = format.toLowerCase(Locale.ROOT);
        return switch (name) {
            case LIVE -> Optional.empty();
            case "csv", "jsonl" -> Optional.of(PredictionFormat.of(name));
            default ->
                throw new IllegalArgumentException("--format must be live, csv or jsonl but is '" + format + "'");
        };
    }

    private void checkSource() {
        if (raw.areGiven() && device != null) {
            throw wrongUse("--device is a microphone and --pcm is standard input: name one of them");
        }
        settings(() -> {
            raw.check();
            return raw;
        });
    }

    private AudioStream open() throws IOException {
        if (raw.areGiven()) {
            return raw.open(in);
        }
        try {
            return microphones.get().open(Optional.ofNullable(device), raw.namedRate());
        } catch (IOException e) {
            throw new IOException(e.getMessage() + instead(), e);
        }
    }

    private static String instead() {
        return "; sound can come through a pipe instead, as in: arecord -q -t raw -f S16_LE -c 1 -r 16000 | undertone"
                + " listen MODEL --pcm s16le (or from parec, or ffmpeg -f s16le)";
    }

    private String source() {
        return raw.areGiven() ? "-" : device == null ? "microphone" : device;
    }

    private static String number(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }
}
