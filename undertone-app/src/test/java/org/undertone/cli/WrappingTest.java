package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Wrapping.lines("a note of seven words is here", 10))
                .containsExactly("a note of", "seven", "words is", "here");
        assertThat(Wrapping.lines("short", 10)).containsExactly("short");
    }

    @Test
    void breaksWordsThatAreLongerThanALine() {
        assertThat(Wrapping.lines("see /a/very/long/path now", 7))
                .containsExactly("see", "/a/very", "/long/p", "ath now");
    }
}
