package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Property
    void everyNumberBecomesDigitsOrADash(@ForAll double value) {
        assertThat(Numbers.score(value)).matches("–|−?[0-9]+\\.[0-9]{3}");
        assertThat(Numbers.signed(value)).matches("–|0\\.000|[+−][0-9]+\\.[0-9]{3}");
        assertThat(Numbers.probability(OptionalDouble.of(value))).doesNotContain("NaN", "Infinity");
        assertThat(Numbers.labels(OptionalDouble.of(value))).doesNotContain("NaN", "Infinity");
        assertThat(Numbers.coarse(OptionalDouble.of(value))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void readsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.score(0.5)).isEqualTo("0.500");
            assertThat(Numbers.count(23259)).isEqualTo("23,259");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aMissingCellIsADash() {
        assertThat(Numbers.spread(Optional.empty())).isEqualTo("–");
        assertThat(Numbers.score(-0.0001)).isEqualTo("0.000");
        assertThat(Numbers.probability(OptionalDouble.of(0.0004))).isEqualTo("< 0.001");
    }
}
