package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressDisplayTest {
    private final TestConsole plain = new TestConsole();

    private void passSeconds(long seconds) {
        plain.nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void printsOneLineInFiveSecondsWithRateAndTimeLeft() {
        try (var progress = plain.console.progress("import", 1000, ProgressUnit.of("clips"))) {
            for (int clip = 1; clip <= 100; clip++) {
                progress.reach(clip);
            }
            passSeconds(5);
            progress.reach(200);
            progress.reach(201);
            passSeconds(5);
            progress.reach(400);
        }
        assertThat(plain.complained().lines())
                .containsExactly(
                        "import: 200 of 1000 clips (20 %), 40.00 clips/s, 20 s left",
                        "import: 400 of 1000 clips (40 %), 40.00 clips/s, 15 s left");
    }

    @Test
    void endsWithTheLastState() {
        try (var progress = plain.console.progress("import", 100, ProgressUnit.of("clips"))) {
            passSeconds(3);
            progress.reach(100);
        }
        assertThat(plain.complained().lines())
                .containsExactly("import: 100 of 100 clips (100 %), 33.33 clips/s, done in 3 s");
    }

    @Test
    void countsBytesInMegabytes() {
        try (var progress = plain.console.progress("import", -1, ProgressUnit.MEGABYTES)) {
            passSeconds(6);
            progress.reach(12L << 20);
            passSeconds(6);
            progress.reach(36L << 20, 72L << 20);
        }
        assertThat(plain.complained().lines())
                .containsExactly("import: 12 MB, 2.000 MB/s", "import: 36 of 72 MB (50 %), 3.000 MB/s, 12 s left");
    }

    @Test
    void takesTheRateOfThisRunAloneWhereItResumes() {
        try (var progress = plain.console.progress("pretrain", 1000, ProgressUnit.of("steps"))) {
            progress.resumeAt(800);
            progress.remark("loss 0.5");
            passSeconds(10);
            progress.reach(810);
        }
        assertThat(plain.complained().lines())
                .containsExactly("pretrain: 810 of 1000 steps (81 %), 1.000 steps/s, 3 min 10 s left, loss 0.5");
    }

    @Test
    void saysNothingWhereNothingWasDone() {
        plain.console.progress("import", 0, ProgressUnit.of("clips")).close();
        assertThat(plain.complained()).isEmpty();
    }

    @Test
    void writesNotesAsTheyCome() {
        try (var progress = plain.console.progress("import", 10, ProgressUnit.of("clips"))) {
            progress.note("a label above 3 was clipped");
        }
        assertThat(plain.complained().lines()).containsExactly("a label above 3 was clipped");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 40, 59, 60, 61, 80, 200})
    void drawsABarThatFitsTheTerminal(int columns) {
        var wide = new TestConsole(new Terminal(true, columns, false));
        try (var progress = wide.console.progress("pretrain", 1000, ProgressUnit.of("steps"))) {
            progress.remark("loss 0.123456789");
            progress.reach(250);
            progress.reach(1000);
        }
        String[] drawings = wide.complained().split("[\r\n]+");
        assertThat(drawings).allSatisfy(drawing -> assertThat(drawing.length()).isLessThan(Math.max(2, columns)));
    }

    @Test
    void drawsShareRateAndTime() {
        var wide = new TestConsole(new Terminal(true, 100, false));
        try (var progress = wide.console.progress("pretrain", 1000, ProgressUnit.of("steps"))) {
            progress.reach(1000);
        }
        String last = Arrays.stream(wide.complained().split("[\r\n]+")).reduce("", (before, drawing) -> drawing);
        assertThat(last).startsWith("pretrain 100%").contains("1000/1000 steps", "steps/s");
    }

    @Test
    void keepsNotesAboveTheBar() {
        var wide = new TestConsole(new Terminal(true, 100, false));
        try (var progress = wide.console.progress("import", 10, ProgressUnit.of("clips"))) {
            progress.reach(5);
            progress.note("a label above 3 was clipped");
        }
        assertThat(wide.complained()).contains("\ra label above 3 was clipped\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsTheWorkAtTheNextReportAfterCtrlC(boolean interactive) throws InterruptedException {
        var test = new TestConsole(new Terminal(interactive, 80, false));
        try (var progress = test.console.progress("import", 10, ProgressUnit.of("clips"))) {
            progress.reach(1);
            var request = test.pressCtrlC();
            assertThatThrownBy(() -> progress.reach(2)).isInstanceOf(CancellationException.class);
            assertThat(request.isAlive()).as("the end of the process waits").isTrue();
            test.interruption.workEnded();
            request.join();
        }
        assertThat(test.complained()).contains("undertone: interrupted, tidying up");
    }

    @Test
    void takesNoNoticeOfTheEndOfTheProcessAfterTheWork() {
        plain.interruption.workEnded();
        plain.interruption.request(plain.console.err());
        assertThat(plain.interruption.requested()).isFalse();
        assertThat(plain.complained()).isEmpty();
    }

    @Test
    void wordsSpansOfTime() {
        assertThat(Durations.words(0.2)).isEqualTo("0 s");
        assertThat(Durations.words(59.6)).isEqualTo("1 min 00 s");
        assertThat(Durations.words(185)).isEqualTo("3 min 05 s");
        assertThat(Durations.words(7620)).isEqualTo("2 h 07 min");
    }

    @Test
    void rejectsAUnitWithoutParts() {
        assertThatThrownBy(() -> new ProgressUnit("MB", 0)).hasMessageContaining("not 0");
    }
}
