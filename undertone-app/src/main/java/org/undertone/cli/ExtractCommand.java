package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.MixDown;
import org.undertone.audio.RecordingFiles;
import org.undertone.corpus.CorpusDescription;
import org.undertone.extraction.AudioFile;
import org.undertone.extraction.Extraction;
import org.undertone.extraction.ExtractionFailure;
import org.undertone.extraction.ExtractionReport;
import org.undertone.extraction.ExtractionSettings;
import org.undertone.extraction.Recording;
import org.undertone.extraction.Recordings;
import org.undertone.extraction.Sha256;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.StretchSettings;
import org.undertone.features.creak.CreakNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone extract}: audio files into a corpus directory. */
@Command(
        name = "extract",
        description = {
            "Make a corpus of audio files: 74 acoustic features every 10 ms, and labels where the names of the files"
                    + " or a table give them.",
            "",
            "Labels are six intensities from 0 to 3. An emotion that is named is 2; RAVDESS: normal 2, strong 3;"
                    + " CREMA-D: low 1, medium 2, high 3, unspecified 2; neutral, calm and boredom are all 0. Files"
                    + " that fail are listed, the others go on; the exit code is then 1."
        },
        footer = {
            "  undertone extract recordings/ --layout emodb --out corpus",
        })
final class ExtractCommand extends Subcommand {
    private static final String WHOLE = "whole";

    @Parameters(
            arity = "0..*",
            paramLabel = "AUDIO_DIR|FILE",
            description = "Audio files, and directories to search for them.")
    private List<Path> audio = new ArrayList<>();

    @Option(names = "--list", paramLabel = "FILE", description = "More of them: a text file, one path on a line.")
    private Path list;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CORPUS",
            description = "The directory to make; it must not exist yet, or be empty.")
    private Path out;

    @Option(
            names = "--layout",
            paramLabel = "NAME|csv=FILE",
            description =
                    "Where labels come from: names of files as in emodb, ravdess, crema-d or nemo, or a table with"
                            + " the columns file, group, start, end, split and the six emotions. Default: no labels; the"
                            + " directory a file is in is its group.")
    private String layout;

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            defaultValue = "covarep",
            description = "covarep: the columns of COVAREP, its defects mended (default). covarep-1.4.2: what COVAREP"
                    + " 1.4.2 gives.")
    private String recipe;

    @Option(
            names = "--creak-weights",
            paramLabel = "FILE.mat",
            description = "Decide about creak with the network of this MATLAB file, such as the original's"
                    + " system_net_creak.mat, instead of our own.")
    private Path creakWeights;

    @Option(
            names = "--mix",
            paramLabel = "mean|first",
            description = "One channel from several: their mean, or the first. Default: mean; first for covarep-1.4.2,"
                    + " as the original does.")
    private String mix;

    @Option(
            names = "--stretch",
            paramLabel = "SECONDS",
            description =
                    "Length of the stretches in which a recording is analysed, which bounds the memory; 'whole' for"
                            + " recordings in one piece. Default: 20; whole for covarep-1.4.2, as the original does.")
    private String stretch;

    @Option(
            names = "--csd",
            paramLabel = "FILE.csd",
            description = "Write a computational sequence too, for the CMU Multimodal SDK; labels go to"
                    + " FILE-labels.csd.")
    private Path csd;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Number of files worked on at a time. Default: the number of cores. The corpus does not"
                    + " depend on it.")
    private Integer workers;

    @Option(names = "--resume", description = "Go on with what an interrupted run has finished.")
    private boolean resume;

    private final ExtractionTools tools;

    ExtractCommand(Console console, ExtractionTools tools) {
        super(console);
        this.tools = tools;
    }

    @Override
    protected void run() throws Exception {
        var extractor = withCreakWeights(settings(this::extractor));
        var channel = settings(() -> MixChoice.of(mix, extractor.recipe()));
        LayoutChoice labels = settings(() -> LayoutChoice.of(layout));
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        Map<String, String> description = description(extractor, channel);
        var settings = settings(() ->
                new ExtractionSettings(out, Optional.ofNullable(csd), labels.table(), threads, resume, description));
        if (list != null) {
            audio.addAll(RecordingFiles.list(list));
        }
        if (audio.isEmpty() && labels.table().isEmpty()) {
            throw wrongUse("nothing to extract is named: give audio files, directories, --list or --layout csv=FILE");
        }
        if (!labels.allows(audio)) {
            throw wrongUse("a table names the audio files itself: give the one directory they are in, or nothing");
        }
        var files = Recordings.of(tools.isRecording(), file -> new AudioFile(file, tools.decoder(), channel));
        List<Recording> recordings = labels.recordings(audio, files);
        ExtractionReport report;
        try (var display = new ExtractionDisplay(console)) {
            report = resumable(
                    Extraction.unfinished(out),
                    () -> Extraction.run(
                            recordings, settings, () -> tools.extraction().apply(extractor), display));
        }
        print(report);
        complain(report, recordings);
    }

    private ExtractorSettings extractor() {
        var usual = ExtractorSettings.of(FeatureRecipe.of(recipe));
        if (stretch == null) {
            return usual;
        }
        if (stretch.equals(WHOLE)) {
            return usual.withStretch(StretchSettings.WHOLE);
        }
        try {
            double seconds = Double.parseDouble(stretch);
            return usual.withStretch(new StretchSettings(seconds, StretchSettings.DEFAULT.marginSeconds()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--stretch must be a number of seconds or whole but is '" + stretch + "'", e);
        }
    }

    private ExtractorSettings withCreakWeights(ExtractorSettings usual) throws IOException {
        return creakWeights == null ? usual : usual.withCreakNetwork(CreakNetwork.readMatlab(creakWeights));
    }

    private Map<String, String> description(ExtractorSettings extractor, AudioSettings channel) throws IOException {
        Map<String, String> description = new TreeMap<>();
        description.put("recipe", extractor.recipe().label());
        StretchSettings cut = extractor.stretch();
        description.put(
                "stretch", cut.isWhole() ? WHOLE : cut.coreSeconds() + " s, margins " + cut.marginSeconds() + " s");
        description.put("mix", channel.mixDown() == MixDown.MEAN ? "mean" : "first");
        description.put("decoder", tools.decoderName());
        // What another release left unfinished is not gone on with: its frames may differ.
        description.put("release", Undertone.Version.release());
        if (creakWeights != null) {
            description.put("creakWeights", "sha-256 " + Sha256.of(creakWeights));
        }
        return description;
    }

    private void print(ExtractionReport report) {
        if (report.description().isEmpty()) {
            return;
        }
        CorpusDescription made = report.description().get();
        console.out()
                .println(Figures.count(made.clips()) + " clips with " + Figures.count(made.rows()) + " frames of "
                        + made.columns().size() + " columns extracted to " + out);
        report.sequences().forEach(file -> console.out().println("computational sequence: " + file));
        made.missingValues().forEach((column, count) -> console.out()
                .println("values of " + column + " that are missing (not finite): " + count));
        if (!made.deadColumns().isEmpty()) {
            console.out().println("columns that never change: " + String.join(", ", made.deadColumns()));
        }
        made.warnings().forEach(console.out()::println);
    }

    private void complain(ExtractionReport report, List<Recording> recordings) throws WorkFailedException {
        List<ExtractionFailure> failures = report.failures();
        if (failures.isEmpty()) {
            return;
        }
        failures.forEach(failure -> console.complain("failed: " + failure.reason()));
        String rest = report.description().isPresent()
                ? "; the corpus holds the others, and its corpus.json lists these"
                : "; no corpus was made";
        Set<String> whole = recordings.stream().map(Recording::id).collect(Collectors.toSet());
        long failed = failures.stream()
                .filter(failure -> whole.contains(failure.id()))
                .count();
        long cut = failures.size() - failed;
        throw new WorkFailedException(Figures.count(failed) + " failed of " + Figures.count(recordings.size())
                + " recordings" + (cut == 0 ? "" : ", and of the others' clips " + Figures.count(cut)) + rest);
    }
}
