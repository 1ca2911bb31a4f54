package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {
    private static final double[] NODES = {10, 20, 30, 40, 50};

    @Test
    void nodesOfASpanAreThoseInsideAndTheNextOnesOutside() {
        assertThat(new Span(25, 35).nodes(NODES)).isEqualTo(new IndexRange(1, 4));
        assertThat(new Span(20, 40).nodes(NODES)).isEqualTo(new IndexRange(1, 4));
        assertThat(new Span(31, 32).nodes(NODES)).isEqualTo(new IndexRange(2, 4));
        assertThat(new Span(30, 30).nodes(NODES)).isEqualTo(new IndexRange(2, 3));
    }

    @Test
    void beyondTheEndsTheFirstAndTheLastNodeCount() {
        assertThat(new Span(1, 5).nodes(NODES)).isEqualTo(new IndexRange(0, 1));
        assertThat(new Span(60, 70).nodes(NODES)).isEqualTo(new IndexRange(4, 5));
        assertThat(Span.ALL.nodes(NODES)).isEqualTo(new IndexRange(0, 5));
        assertThat(Span.ALL.nodes(new double[0])).isEqualTo(new IndexRange(0, 0));
    }

    @Test
    void rangesAreWidenedWithinTheirArray() {
        assertThat(new IndexRange(2, 4).widened(1, 5)).isEqualTo(new IndexRange(1, 5));
        assertThat(new IndexRange(2, 4).widened(9, 5)).isEqualTo(new IndexRange(0, 5));
        assertThat(new IndexRange(2, 4).contains(4)).isFalse();
        assertThat(new Span(3, 4).widened(2)).isEqualTo(new Span(1, 6));
    }

    @Test
    void whatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Span(2, 1)).hasMessageContaining("from 2.0 to 1.0");
        assertThatThrownBy(() -> new Span(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new IndexRange(3, 2)).hasMessageContaining("from 3 to 2");
        assertThatThrownBy(() -> new IndexRange(-1, 2)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Excerpt(new double[4], 8000, 0, 5)).hasMessageContaining("5");
        assertThatThrownBy(() -> new Excerpt(new double[4], 8000, -1, 2)).hasMessageContaining("-1");
    }
}
