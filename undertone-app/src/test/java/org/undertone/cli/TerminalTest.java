package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> PLAIN = Map.of("TERM", "xterm", "LANG", "C");

    @Test
    void isInteractiveWhereTheLauncherStatesItsColumns() {
        assertThat(Terminal.of("132", PLAIN)).isEqualTo(new Terminal(true, 132, false));
    }

    @Test
    void isNotInteractiveWithoutColumns() {
        assertThat(Terminal.of("0", PLAIN).interactive()).isFalse();
        assertThat(Terminal.of("", PLAIN).interactive()).isFalse();
        assertThat(Terminal.of("-3", PLAIN).interactive()).isFalse();
    }

    @Test
    void isNotInteractiveWhereItIsDumb() {
        assertThat(Terminal.of("132", Map.of("TERM", "dumb")).interactive()).isFalse();
    }

    @Test
    void showsBlocksInAUnicodeLocaleUnlessAskedForPlainness() {
        assertThat(Terminal.of("80", Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"))
                        .blocks())
                .isFalse();
        assertThat(Terminal.of("80", Map.of("LANG", "C.UTF-8", "NO_COLOR", "")).blocks())
                .isFalse();
    }

    @Test
    void keepsHelpReadableAtAnyWidth() {
        assertThat(new Terminal(true, 20, false).helpColumns()).isEqualTo(60);
        assertThat(new Terminal(true, 90, false).helpColumns()).isEqualTo(90);
        assertThat(new Terminal(true, 400, false).helpColumns()).isEqualTo(110);
    }

    @Test
    void rejectsATerminalWithoutColumns() {
        assertThatThrownBy(() -> new Terminal(true, 0, false)).hasMessageContaining("not 0");
    }
}
