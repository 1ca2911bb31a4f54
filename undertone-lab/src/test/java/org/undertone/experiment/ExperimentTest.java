package org.undertone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.LeakException;
import org.undertone.corpus.SmallCorpora;
import org.undertone.storage.FileFormatException;
import org.undertone.training.TrainingListener;

/** Whole experiments on a small corpus. */
class ExperimentTest {

    @TempDir
    static Path shared;

    @TempDir
    Path scratch;

    private static Path corpusDirectory;
    private static Path whole;

    @BeforeAll
    static void runOnce() throws Exception {
        corpusDirectory = TinyRuns.corpus(shared);
        whole = shared.resolve("whole");
        run(whole, TinyRuns.recipe(), 1, 2, ExperimentListener.SILENT, false);
    }

    @Test
    void scoresEveryMethodAtEveryBudget() throws Exception {
        ExperimentResults results = Summary.read(whole);
        assertThat(results.budgets()).hasSize(3).startsWith(10, 20);
        assertThat(results.allLabels()).contains(results.budgets().get(2));
        for (ExperimentResults.Method method : results.methods()) {
            for (int budget : List.of(10, 20)) {
                assertThat(results.cells())
                        .filteredOn(cell -> cell.method().equals(method.id())
                                && cell.budget() == budget
                                && cell.metric().equals("mae")
                                && cell.emotion().equals(ExperimentResults.OVERALL))
                        .singleElement()
                        .satisfies(cell -> {
                            assertThat(cell.mean()).isPresent();
                            assertThat(cell.repeats()).hasSize(2);
                            assertThat(cell.emotionsCounted()).isEqualTo(6);
                        });
            }
        }
        assertThat(results.messages()).isEmpty();
        assertThat(results.labels().groups()).isEqualTo(5);
        assertThat(results.losses()).singleElement().satisfies(curve -> assertThat(curve.training())
                .hasSize(2));
        assertThat(results.comparisons()).isNotEmpty().allMatch(test -> test.reference()
                .equals("from-scratch"));
        assertThat(results.efficiencies()).isNotEmpty();
        assertThat(results.table1()).hasSize(7 + 3);
    }

    @Test
    void endsInTheSameBytesOnOneAndThreeWorkers() throws Exception {
        for (int workers : new int[] {1, 3}) {
            Path run = scratch.resolve("workers-" + workers);
            run(run, TinyRuns.recipe(), 1, workers, ExperimentListener.SILENT, false);
            assertSameResults(run);
        }
    }

    @Test
    void endsInTheSameBytesWhereverItWasStopped() throws Exception {
        for (int stop : new int[] {1, 3, 9, 20, 33}) {
            Path run = scratch.resolve("stopped-" + stop);
            assertThatThrownBy(() -> run(run, TinyRuns.recipe(), 1, 2, stopAfterTrials(stop), false))
                    .isInstanceOf(CancellationException.class);
            Files.writeString(run.resolve("trials.jsonl"), "{\"method\":\"from-scr", StandardOpenOption.APPEND);
            assertThatThrownBy(() -> Summary.read(run)).hasMessageContaining("not finished yet");
            List<String> done = new ArrayList<>();
            run(run, TinyRuns.recipe(), 1, 2, remember(done), true);
            assertThat(done)
                    .hasSizeLessThan(
                            Files.readAllLines(whole.resolve("trials.jsonl")).size());
            assertSameResults(run);
        }
    }

    @Test
    void goesOnWithPretrainingThatWasStopped() throws Exception {
        Path run = scratch.resolve("run");
        assertThatThrownBy(() -> run(run, TinyRuns.recipe(), 1, 1, stopInPretraining(2), false))
                .isInstanceOf(CancellationException.class);
        assertThat(run.resolve("encoder/fold-1.training/checkpoint.safetensors"))
                .exists();
        run(run, TinyRuns.recipe(), 1, 1, ExperimentListener.SILENT, true);
        assertSameResults(run);
        assertThat(run.resolve("encoder/fold-1.training")).doesNotExist();
    }

    @Test
    void givesOtherNumbersForAnotherSeed() throws Exception {
        Path run = scratch.resolve("run");
        run(run, TinyRuns.recipe("methods=[functionals-ridge]"), 2, 1, ExperimentListener.SILENT, false);
        assertThat(Files.readString(run.resolve("summary.csv")))
                .isNotEqualTo(Files.readString(whole.resolve("summary.csv")));
    }

    @Test
    void poolsThePredictionsOfAllFolds() throws Exception {
        Path run = scratch.resolve("run");
        ExperimentResults results =
                run(run, TinyRuns.recipe("protocol=folds:5", "repeats=1"), 1, 2, ExperimentListener.SILENT, false);
        assertThat(results.protocol()).isEqualTo("folds:5");
        assertThat(results.losses()).hasSize(5);
        try (Stream<Path> encoders = Files.list(run.resolve("encoder"))) {
            assertThat(encoders.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("fold-1", "fold-2", "fold-3", "fold-4", "fold-5");
        }
        try (Stream<String> lines = Files.lines(run.resolve("trials.jsonl"))) {
            Set<String> ridge = lines.filter(
                            line -> line.contains("functionals-ridge") && line.contains("\"budget\":10"))
                    .map(line -> line.replaceAll(".*\"fold\":([0-9]).*", "$1"))
                    .collect(Collectors.toSet());
            assertThat(ridge).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
        }
    }

    @Test
    void saysWhichBudgetsTheCorpusCutsOff() throws Exception {
        List<String> messages = new ArrayList<>();
        ExperimentListener listener = new ExperimentListener() {
            @Override
            public void message(String sentence) {
                messages.add(sentence);
            }
        };
        ExperimentResults results = run(
                scratch.resolve("run"), TinyRuns.recipe("budgets=[10, 400]", "methods=[zeros]"), 1, 1, listener, false);
        assertThat(results.budgets()).startsWith(10);
        assertThat(messages).singleElement().asString().contains("Budgets 400 are left out: there are 3");
        assertThat(results.messages()).isEqualTo(messages);
    }

    @Test
    void pretrainsOnMoreCorporaButNeverOnTheEvaluatedOne() throws Exception {
        Path more = SmallCorpora.write(scratch.resolve("more"), SmallCorpora.Shape.USUAL, 99);
        Path run = scratch.resolve("run");
        ExperimentRecipe recipe = TinyRuns.recipe("methods=[pretrained, zeros]", "allLabels=none");
        try (Corpus corpus = Corpus.open(corpusDirectory);
                Corpus other = Corpus.open(more)) {
            Experiment experiment = new Experiment(corpus, recipe, 1, 1, ExperimentListener.SILENT);
            ExperimentResults results =
                    experiment.pretrainedAlsoOn(List.of(other)).run(run, false);
            assertThat(results.provenance()).containsEntry("pre-training corpus 1", other.hash());
            assertThat(Files.readAllBytes(run.resolve("encoder/fold-1/encoder.safetensors")))
                    .isNotEqualTo(Files.readAllBytes(whole.resolve("encoder/fold-1/encoder.safetensors")));
            assertThatThrownBy(() -> experiment.run(run, true))
                    .hasMessageContaining(
                            "the run has pre-training corpus 1 " + other.hash() + " but is resumed with none");
            assertThatThrownBy(
                            () -> experiment.pretrainedAlsoOn(List.of(corpus)).run(scratch.resolve("leak"), false))
                    .isInstanceOf(LeakException.class)
                    .hasMessageContaining("corpus 2 of those to pre-train on holds the data of the first");
        }
    }

    @Test
    void refusesARunThatIsThereUnlessResumed() {
        assertThatThrownBy(() -> run(whole, TinyRuns.recipe(), 1, 1, ExperimentListener.SILENT, false))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("holds a run already; go on with it by --resume");
    }

    @Test
    void refusesToResumeWithAnotherSeedOrRecipe() {
        assertThatThrownBy(() -> run(whole, TinyRuns.recipe(), 2, 1, ExperimentListener.SILENT, true))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("the run has seed 1 but is resumed with 2");
        assertThatThrownBy(() -> run(whole, TinyRuns.recipe("repeats=3"), 1, 1, ExperimentListener.SILENT, true))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("another recipe");
    }

    @Test
    void refusesADirectoryOfSomethingElse() throws Exception {
        Files.writeString(scratch.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> run(scratch, TinyRuns.recipe(), 1, 1, ExperimentListener.SILENT, true))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not empty and holds no run");
        assertThat(scratch.resolve("mine.txt")).hasContent("mine");
    }

    private static ExperimentResults run(
            Path directory,
            ExperimentRecipe recipe,
            long seed,
            int workers,
            ExperimentListener listener,
            boolean resume)
            throws IOException {
        try (Corpus corpus = Corpus.open(corpusDirectory)) {
            return new Experiment(corpus, recipe, seed, workers, listener).run(directory, resume);
        }
    }

    private static void assertSameResults(Path run) {
        for (String file : List.of("summary.csv", "results.json", "encoder/fold-1/encoder.safetensors")) {
            assertThat(run.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    private static ExperimentListener stopAfterTrials(int trials) {
        return new ExperimentListener() {
            private int seen;

            @Override
            public void trial(TrialCount count, String name) {
                if (++seen >= trials) {
                    throw new CancellationException("stopped");
                }
            }
        };
    }

    private static ExperimentListener stopInPretraining(int steps) {
        return new ExperimentListener() {
            @Override
            public TrainingListener pretraining(int fold, int folds) {
                return new TrainingListener() {
                    @Override
                    public void step(long done, long total, double loss) {
                        if (done == steps) {
                            throw new CancellationException("stopped");
                        }
                    }
                };
            }
        };
    }

    private static ExperimentListener remember(List<String> trials) {
        return new ExperimentListener() {
            @Override
            public void trial(TrialCount count, String name) {
                trials.add(name);
            }
        };
    }
}
