package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class LabelAxisTest {
    private static final List<Integer> PAPER =
            List.of(20, 35, 50, 65, 80, 95, 110, 125, 140, 155, 170, 185, 200, 400, 600, 800, 1000, 1200);

    @Test
    void labelsTheEndsAndRoundNumbersBetween() {
        assertThat(labels(new LabelAxis(PAPER, Optional.empty()), 110))
                .containsExactly("20", "50", "100", "200", "400", "800", "1,200");
    }

    @Test
    void labelsFewerWhereThereIsLittleRoom() {
        assertThat(labels(new LabelAxis(PAPER, Optional.empty()), 40))
                .containsExactly("20", "50", "100", "200", "400", "1,200");
    }

    @Test
    void doublesAreEquallyFarApart() {
        var axis = new LabelAxis(PAPER, Optional.empty());
        assertThat(axis.position(400) - axis.position(200)).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void allLabelsStandApartAtTheRight() {
        var axis = new LabelAxis(List.of(20, 200, 400, 428), Optional.of(428));
        assertThat(axis.position(428)).isGreaterThan(axis.position(400) + 0.49);
        assertThat(axis.gap().orElseThrow()).isBetween(axis.position(400), axis.position(428));
        assertThat(labels(axis, 110)).last().isEqualTo("all (428)");
    }

    @Test
    void oneBudgetLiesInTheMiddle() {
        var axis = new LabelAxis(List.of(50), Optional.empty());
        assertThat(axis.position(50)).isEqualTo((axis.low() + axis.high()) / 2);
        assertThat(labels(axis, 300)).containsExactly("50");
    }

    @Property
    void labelsNeverComeCloserThanTheirRoom(
            @ForAll @Size(min = 1, max = 20) @UniqueElements List<@IntRange(min = 1, max = 100_000) Integer> budgets,
            @ForAll @IntRange(min = 5, max = 400) int pixels) {
        var axis = new LabelAxis(budgets.stream().sorted().toList(), Optional.empty());
        List<LabelAxis.Tick> labelled = new ArrayList<>(axis.ticks(pixels, 34));
        labelled.removeIf(tick -> tick.label().isEmpty());
        for (int i = 1; i < labelled.size(); i++) {
            double distance = labelled.get(i).position() - labelled.get(i - 1).position();
            assertThat(distance * pixels).isGreaterThanOrEqualTo(34);
        }
        assertThat(axis.ticks(pixels, 34)).hasSizeGreaterThanOrEqualTo(budgets.size());
    }

    private static List<String> labels(LabelAxis axis, double pixels) {
        return axis.ticks(pixels, 34).stream()
                .map(LabelAxis.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
