package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.recogniser.RandomModel;
import org.undertone.recognition.Hearing;

class LiveViewTest {
    private static LiveView view(TestConsole test) {
        return new LiveView(test.console, RandomModel.EMOTIONS, 4.5);
    }

    private static List<String> lines(int columns, boolean blocks) {
        var test = new TestConsole(new Terminal(true, columns, blocks));
        LiveView view = view(test);
        view.heard(new Hearing(75.25, 0.1, 0.4, 0));
        view.judged(MadePredictions.of(72, 75));
        return view.lines();
    }

    @Test
    void drawsBarsThatEndInTheMiddleOfTheirUncertainty() {
        assertThat(lines(80, false))
                .containsExactly(
                        "1:15.3  level ################........ -20 dB",
                        "happiness  1.25* +-0.50  ##############========---------",
                        "sadness    0.00  +-0.63  -----------",
                        "anger     -0.13  +-0.75  -----------",
                        "surprise   0.30          #####",
                        "disgust    3.50* +-1.00  #############################################=========",
                        "fear       0.00  +-1.13  --------------------",
                        "                         0                 1                 2                3",
                        "1:12.0 to 1:15.0");
    }

    @Test
    void leavesOutWhatHasNoRoom() {
        assertThat(lines(40, true))
                .containsExactly(
                        "1:15.3  level \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2591\u2591\u2591"
                                + "\u2591\u2591 -20 dB",
                        "happiness  1.25* \u2588\u2588\u2588\u2588\u2588\u2588\u2593\u2593\u2593\u2591\u2591\u2591\u2591",
                        "sadness    0.00  \u2591\u2591\u2591\u2591\u2591",
                        "anger     -0.13  \u2591\u2591\u2591\u2591\u2591",
                        "surprise   0.30  \u2588\u2588",
                        "disgust    3.50* \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
                                + "\u2588\u2588\u2588\u2588\u2588\u2593\u2593\u2593\u2593",
                        "fear       0.00  \u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591",
                        "                 0      1       2     3",
                        "1:12.0 to 1:15.0");
        assertThat(lines(14, false)).contains("happ  1.25*", "ange -0.13");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 20, 36, 59, 60, 61, 120, 300})
    void neverFillsTheLastColumn(int columns) {
        for (boolean blocks : new boolean[] {false, true}) {
            assertThat(lines(columns, blocks)).allMatch(line -> line.length() < Math.max(2, columns));
        }
    }

    @Test
    void saysWhenTheFirstScoresCome() {
        LiveView view = view(new TestConsole(new Terminal(true, 60, false)));
        assertThat(view.lines()).first().isEqualTo("0:00.0  level ........................ silence");
        assertThat(view.lines()).contains("happiness     -").last().isEqualTo("first scores at 0:04.5");
    }

    @Test
    void saysThatItIsBehindAndThatTheSoundIsTooLoud() {
        LiveView view = view(new TestConsole(new Terminal(true, 70, false)));
        view.heard(new Hearing(3, 0.9, 1.2, 7.2));
        assertThat(view.lines().get(0)).endsWith(" -1 dB too loud");
        assertThat(view.lines()).last().isEqualTo("first scores at 0:04.5, 7 s behind");
    }

    @Test
    void drawsOverItselfTenTimesASecondAtMost() {
        var test = new TestConsole(new Terminal(true, 60, false));
        LiveView view = view(test);
        view.heard(new Hearing(0.1, 0.1, 0.1, 0));
        int once = test.complained().length();
        view.heard(new Hearing(0.15, 0.1, 0.1, 0));
        assertThat(test.complained()).hasSize(once).contains("\u001b[?25l").doesNotContain("\u001b[9A");
        test.nanos.addAndGet(100_000_000);
        view.heard(new Hearing(0.2, 0.1, 0.1, 0));
        assertThat(test.complained().substring(once)).startsWith("\r\u001b[9A0:00.2");
    }

    @Test
    void putsNotesAboveItselfInWholeWords() {
        var test = new TestConsole(new Terminal(true, 24, false));
        LiveView view = view(test);
        view.note("note: the machine does not keep up");
        assertThat(test.complained().replace(System.lineSeparator(), "\n"))
                .contains("\u001b[Jnote: the machine does\nnot keep up\n0:00.0");
    }

    @Test
    void givesTheTerminalBackAndLeavesItsLastStateStanding() {
        var test = new TestConsole(new Terminal(true, 60, false));
        LiveView view = view(test);
        view.heard(new Hearing(0.1, 0.1, 0.1, 0));
        test.pressCtrlC();
        int before = test.complained().length();
        view.judged(MadePredictions.of(0, 3));
        view.close();
        test.interruption.workEnded();
        // First below what was said about Ctrl-C, then over that.
        assertThat(test.complained().substring(before))
                .startsWith("0:00.1")
                .containsOnlyOnce("\u001b[9A")
                .endsWith("\u001b[?7h\u001b[?25h");
    }

    @Test
    void countsHoursWhereThereAreAny() {
        assertThat(LiveView.clock(59.96)).isEqualTo("1:00.0");
        assertThat(LiveView.clock(3600)).isEqualTo("1:00:00.0");
    }
}
