package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SignedRankPropertyTest {
    @Property
    void exchangingTheSidesOnlyTurnsTheSigns(@ForAll @Size(max = 80) List<@IntRange(min = -5, max = 5) Integer> a) {
        SignedRank one = SignedRank.of(doubles(a), new double[a.size()]);
        SignedRank other = SignedRank.of(new double[a.size()], doubles(a));

        assertThat(other.p()).isEqualTo(one.p());
        assertThat(other.statistic()).isEqualTo(one.statistic());
        assertThat(other.rankBiserial().orElse(0))
                .isEqualTo(0.0 - one.rankBiserial().orElse(0));
        assertThat(other.meanDifference()).isEqualTo(0.0 - one.meanDifference());
    }

    @Property
    void pLiesBetweenTheSmallestAndOne(@ForAll @Size(max = 80) List<@IntRange(min = -9, max = 9) Integer> a) {
        SignedRank test = SignedRank.of(doubles(a), new double[a.size()]);

        assertThat(test.p()).isBetween(test.smallestP(), 1.0);
        assertThat(test.rankBiserial().orElse(0)).isBetween(-1.0, 1.0);
    }

    @Property
    void onlyTheOrderOfSizesMatters(@ForAll @Size(max = 40) List<@IntRange(min = -9, max = 9) Integer> a) {
        double[] cubes = a.stream().mapToDouble(v -> (double) v * v * v).toArray();

        assertThat(SignedRank.of(cubes, new double[a.size()]).p())
                .isEqualTo(SignedRank.of(doubles(a), new double[a.size()]).p());
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
