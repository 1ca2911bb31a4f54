package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandTest {
    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    private String corpus;
    private Path run;

    @BeforeEach
    void makeACorpus() throws IOException {
        corpus = TinyCorpus.in(directory).toString();
        run = directory.resolve("run");
    }

    private int experiment(String... more) {
        return experiment(test, more);
    }

    private int experiment(TestConsole console, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "experiment";
        all[1] = corpus;
        all[2] = "--out";
        all[3] = run.toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return console.runAny(TinyCorpus.quick(all));
    }

    @Test
    void printsScoresAndWhereTheReportIs() {
        assertThat(experiment("--budgets", "2,3", "--methods", "pretrained,zeros", "--repeats", "2"))
                .as(test.complained())
                .isZero();
        assertThat(test.printed().lines())
                .anyMatch(line -> line.matches("labels +2 +3.*"))
                .anyMatch(line -> line.matches("zeros +0\\.000 +0\\.000.*"))
                .contains("report   " + run.resolve("report.html"), "summary  " + run.resolve("summary.csv"));
        assertThat(test.printed()).contains("CCC, ", "UAR of presence, ", "MAE, ", "4-class accuracy, ");
        assertThat(test.complained()).contains("pretrain: ", " steps", "loss ", "trials: ");
        assertThat(run.resolve("report.html")).isNotEmptyFile();
        assertThat(run.resolve("figures/figureA-ccc.svg")).isNotEmptyFile();
    }

    @Test
    void refusesToPretrainOnTheCorpusThatIsEvaluated() {
        assertThat(experiment("--budgets", "2", "--methods", "zeros", "--pretrain-corpus", corpus))
                .isEqualTo(1);
        assertThat(test.complained()).contains("holds the data of the first, part of which is evaluated; leave it out");
    }

    @Test
    void takesShortOptionsAsSettings() throws IOException {
        assertThat(experiment(
                        "--budgets",
                        "2",
                        "--methods",
                        "zeros",
                        "--repeats",
                        "1",
                        "--protocol",
                        "folds:3",
                        "--seed",
                        "7"))
                .as(test.complained())
                .isZero();
        assertThat(Files.readString(run.resolve("recipe.yaml")))
                .contains("protocol: folds:3", "repeats: 1", "hidden: 4");
        assertThat(Files.readString(run.resolve("provenance.json"))).contains("\"seed\" : \"7\"");
    }

    @Test
    void takesAllMethodsAndTheRecipeOfAFile() throws IOException {
        Path recipe =
                Files.writeString(directory.resolve("recipe.yaml"), "budgets: [2]\nrepeats: 1\nallLabels: none\n");
        assertThat(experiment("--methods", "all", "--recipe", recipe.toString()))
                .as(test.complained())
                .isZero();
        assertThat(test.printed()).contains("pretrained", "from-scratch", "untrained", "functionals-ridge", "median");
    }

    @Test
    void goesOnWithARunThatWasInterrupted() throws IOException {
        String[] options = {"--budgets", "2,3", "--methods", "pretrained,mean", "--repeats", "1"};
        var stopped = new TestConsole();
        stopped.pressCtrlC();
        assertThat(experiment(stopped, options)).isEqualTo(Undertone.INTERRUPTED);
        stopped.interruption.workEnded();
        assertThat(stopped.complained())
                .contains("what is finished stays in " + run, "--resume goes on")
                .doesNotContain("Exception", "\tat ");
        assertThat(experiment(options)).isEqualTo(1);
        assertThat(test.complained()).contains(run + ": holds a run already; go on with it by --resume");
        String[] resumed = java.util.Arrays.copyOf(options, options.length + 1);
        resumed[options.length] = "--resume";
        assertThat(experiment(resumed)).as(test.complained()).isZero();
        String summary = Files.readString(run.resolve("summary.csv"));
        run = directory.resolve("whole");
        assertThat(experiment(options)).isZero();
        assertThat(run.resolve("summary.csv")).hasContent(summary);
    }

    @Test
    void takesRecipesThatCannotBeAsWrongUse() {
        assertThat(experiment("--methods", "pretraned")).isEqualTo(2);
        assertThat(experiment("--set", "budets=[2]")).isEqualTo(2);
        assertThat(experiment("--recipe", "none.yaml")).isEqualTo(2);
        assertThat(experiment("--protocol", "thrice")).isEqualTo(2);
        assertThat(experiment("--budgets", "3,2")).isEqualTo(2);
        assertThat(test.complained().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("no method is called \"pretraned\""))
                .anyMatch(line -> line.contains("the nearest is \"budgets\""))
                .anyMatch(line -> line.contains("no recipe is called \"none.yaml\""))
                .anyMatch(line -> line.contains("protocol must be \"single\" or \"folds:K\""))
                .anyMatch(line -> line.contains("must be 2 or more and ascend"));
        assertThat(run).doesNotExist();
    }

    @Test
    void saysWhichBudgetsFitWhereNoneDoes() {
        assertThat(experiment("--budgets", "50", "--set", "allLabels=none")).isEqualTo(1);
        assertThat(test.complained()).contains("no label budget of [50] fits into the ");
    }

    @Test
    void listsTheMethodsWithoutACorpus() {
        assertThat(test.runAny("experiment", "--list-methods")).isZero();
        assertThat(test.printed().lines())
                .hasSize(8)
                .anyMatch(line -> line.startsWith("functionals-ridge  Functionals + ridge: "));
    }

    @Test
    void asksForCorpusAndRun() {
        assertThat(test.runAny("experiment")).isEqualTo(2);
        assertThat(test.runAny("experiment", corpus)).isEqualTo(2);
        assertThat(test.complained()).contains("'CORPUS'", "'--out=RUN'");
    }

    @Test
    void namesACorpusThatIsNotThere() {
        corpus = directory.resolve("none").toString();
        assertThat(experiment("--budgets", "2")).isEqualTo(1);
        assertThat(test.complained()).contains("none: is no corpus directory");
    }

    @Test
    void writesTheReportOfARunAnew() throws IOException {
        assertThat(experiment("--budgets", "2,3", "--methods", "zeros")).isZero();
        Path page = run.resolve("report.html");
        byte[] first = Files.readAllBytes(page);
        Files.delete(page);
        var again = new TestConsole();
        assertThat(again.runAny("report", run.toString())).isZero();
        assertThat(again.printed().lines()).containsExactly(page.toString());
        assertThat(page).hasBinaryContent(first);
    }

    @Test
    void hasNoReportOfWhatIsNoRun() {
        assertThat(test.runAny("report", directory.toString())).isEqualTo(1);
        assertThat(test.complained()).contains(directory + ": ", "holds no run");
    }

    @Test
    void inspectsARun() {
        assertThat(experiment("--budgets", "2,3", "--methods", "zeros", "--repeats", "2"))
                .isZero();
        var inspected = new TestConsole();
        assertThat(inspected.runAny("inspect", run.toString())).isZero();
        assertThat(inspected.printed().lines())
                .startsWith("run " + run)
                .anyMatch(line -> line.matches("trials +[46] of [46]"))
                .anyMatch(line -> line.matches("state +finished"))
                .anyMatch(line -> line.matches("zeros +0\\.000 +0\\.000.*"))
                .anyMatch(line -> line.matches(" +seed +1"));
    }

    @Test
    void inspectsARunThatIsUnfinished() {
        test.pressCtrlC();
        assertThat(experiment("--budgets", "2", "--methods", "pretrained")).isEqualTo(Undertone.INTERRUPTED);
        test.interruption.workEnded();
        var inspected = new TestConsole();
        assertThat(inspected.runAny("inspect", run.toString())).isZero();
        assertThat(inspected.printed()).containsPattern("trials +0 of ").contains("unfinished, --resume goes on");
    }

    @Test
    void showsTheBudgetsNearestToTheLandmarks() {
        assertThat(ExperimentTables.budgets(List.of(20, 35, 50, 65, 80, 95, 110, 200, 400, 1200)))
                .containsExactly(20, 50, 95, 200, 1200);
        assertThat(ExperimentTables.budgets(List.of(7))).containsExactly(7);
    }
}
