package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class UndertoneTest {
    private final TestConsole test = new TestConsole();

    /** A command of its own, so that these tests say what holds for every command. */
    @Command(name = "weigh", description = "Weighs a file.", footer = "  undertone weigh a.csd --labels 20")
    private static final class Weigh extends Subcommand {
        @Parameters(paramLabel = "FILE", description = "The file to weigh.")
        private Path file;

        @Option(names = "--labels", required = true, paramLabel = "N", description = "How many labels.")
        private int labels;

        @Option(names = "--fail", description = "What to throw.", defaultValue = "")
        private String fail = "";

        Weigh(Console console) {
            super(console);
        }

        private record Settings(int labels) {
            Settings {
                if (labels < 1) {
                    throw new IllegalArgumentException("labels must be 1 or more but are " + labels);
                }
            }
        }

        @Override
        protected void run() throws Exception {
            Settings checked = settings(() -> new Settings(labels));
            switch (fail) {
                case "io" -> throw new IOException("a.csd: cut off after 12 bytes");
                case "bug" -> throw new IllegalStateException("this cannot be");
                case "error" -> throw new OutOfMemoryError("Java heap space");
                case "interrupted" -> {
                    console.interruption().workEnded();
                    throw new CancellationException("stopped");
                }
                case "together" -> throw wrongUse("--labels and --fail exclude each other");
                default -> console.out().println(file + " weighs " + checked.labels());
            }
        }
    }

    private int run(String... arguments) {
        return test.run(List.of(new Weigh(test.console)), arguments);
    }

    @Test
    void printsResultsOnStandardOutputAndEndsWithZero() {
        assertThat(run("weigh", "a.csd", "--labels", "20")).isZero();
        assertThat(test.printed()).isEqualTo("a.csd weighs 20" + System.lineSeparator());
        assertThat(test.complained()).isEmpty();
    }

    @Test
    void namesTheNearestOptionAndTheHelpForAnUnknownOption() {
        assertThat(run("weigh", "a.csd", "--lables", "20")).isEqualTo(2);
        assertThat(test.complained().lines())
                .containsExactly("undertone weigh: unknown option '--lables', did you mean '--labels'?;"
                        + " see 'undertone weigh --help'");
        assertThat(test.printed()).isEmpty();
    }

    @Test
    void namesTheNearestCommandForAnUnknownCommand() {
        assertThat(run("weight", "a.csd")).isEqualTo(2);
        assertThat(test.complained().lines())
                .containsExactly("undertone: unknown command 'weight', did you mean 'weigh'?; see 'undertone --help'");
    }

    @Test
    void namesAnArgumentTooMany() {
        assertThat(run("weigh", "a.csd", "b.csd", "--labels", "20")).isEqualTo(2);
        assertThat(test.complained()).contains("unknown argument 'b.csd'");
    }

    @Test
    void namesAMissingOption() {
        assertThat(run("weigh", "a.csd")).isEqualTo(2);
        assertThat(test.complained())
                .isEqualToIgnoringNewLines(
                        "undertone weigh: missing required option: '--labels=N'; see 'undertone weigh --help'");
    }

    @Test
    void namesAValueThatIsNoNumber() {
        assertThat(run("weigh", "a.csd", "--labels", "many")).isEqualTo(2);
        assertThat(test.complained().lines()).hasSize(1);
        assertThat(test.complained()).contains("'--labels'").contains("'many'");
    }

    @Test
    void refusesToRunWithoutACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(test.complained())
                .isEqualToIgnoringNewLines("undertone: no command is named; see 'undertone --help'");
    }

    @Test
    void treatsSettingsThatTheirRecordRefusesAsWrongUse() {
        assertThat(run("weigh", "a.csd", "--labels", "0")).isEqualTo(2);
        assertThat(test.complained()).contains("undertone weigh: labels must be 1 or more but are 0");
    }

    @Test
    void treatsOptionsThatExcludeEachOtherAsWrongUse() {
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "together")).isEqualTo(2);
        assertThat(test.complained()).contains("--labels and --fail exclude each other");
    }

    @Test
    void saysWhatFailedInOneSentenceAndEndsWithOne() {
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "io")).isEqualTo(1);
        assertThat(test.complained().lines()).containsExactly("undertone: a.csd: cut off after 12 bytes");
    }

    @Test
    void showsTheStackTraceWithDebugOnly() {
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "io", "--debug"))
                .isEqualTo(1);
        assertThat(test.complained())
                .startsWith("undertone: a.csd: cut off after 12 bytes")
                .contains("java.io.IOException")
                .contains("UndertoneTest.java");
    }

    @Test
    void asksToReportWhatNobodyForesaw() {
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "bug")).isEqualTo(1);
        assertThat(test.complained())
                .contains("unexpected failure, IllegalStateException: this cannot be; please report it");
    }

    @Test
    void survivesAnErrorOfTheJavaMachine() {
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "error")).isEqualTo(1);
        assertThat(test.complained())
                .contains("memory is used up (Java heap space;")
                .contains("UNDERTONE_JAVA_OPTS");
    }

    @Test
    void endsWith130WhereItWasInterrupted() {
        test.pressCtrlC();
        assertThat(run("weigh", "a.csd", "--labels", "1", "--fail", "interrupted"))
                .isEqualTo(130);
    }

    @Test
    void describesEveryOptionAndShowsAnExample() {
        assertThat(run("weigh", "--help")).isZero();
        assertThat(test.printed())
                .contains("Usage: undertone weigh", "Weighs a file.", "FILE", "The file to weigh.")
                .contains("--labels=N", "How many labels.", "--debug", "--help")
                .contains("Example:", "undertone weigh a.csd --labels 20");
        assertThat(test.complained()).isEmpty();
    }

    @Test
    void listsItsCommands() {
        assertThat(run("--help")).isZero();
        assertThat(test.printed()).contains("weigh  Weighs a file.", "Exit codes:", "used wrongly", "--version");
    }

    @Test
    void namesItsVersionAndTheJavaItRunsOn() {
        assertThat(run("--version")).isZero();
        assertThat(test.printed()).startsWith("undertone ").contains("Java " + System.getProperty("java.version"));
    }
}
