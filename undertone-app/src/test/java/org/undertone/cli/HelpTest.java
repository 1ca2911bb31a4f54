package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private final TestConsole test = new TestConsole();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "extract",
                "pretrain",
                "finetune",
                "evaluate",
                "predict",
                "listen",
                "serve",
                "experiment",
                "report",
                "export",
                "convert",
                "inspect"
            })
    void showsAnExampleThatTheCommandUnderstands(String name) {
        assertThat(test.runAny(name, "--help")).isZero();
        String example = test.printed()
                .lines()
                .dropWhile(line -> !line.equals("Example:"))
                .skip(1)
                .map(line -> line.replaceFirst("\\\\$", "").replaceFirst(" > .*", ""))
                .collect(Collectors.joining(" "))
                .strip();
        List<String> words = Arrays.asList(example.split("\\s+"));
        assertThat(words).startsWith("undertone", name);
        Subcommand command = Undertone.commands(test.console).stream()
                .filter(one -> new CommandLine(one).getCommandName().equals(name))
                .findFirst()
                .orElseThrow();
        // Throws where an option is unknown, misses its value, or is missing.
        new CommandLine(command).parseArgs(words.subList(2, words.size()).toArray(String[]::new));
    }
}
