package org.undertone.features.creak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.undertone.features.source.Quirks;

class CreakNetworkTest {
    private static final CreakNetwork TWO = new CreakNetwork(
            new double[] {0, -10},
            new double[] {4, 10},
            new double[][] {{1, -2}, {0.5, 0}},
            new double[] {0.25, -1},
            new double[] {3, -1},
            0.125);

    @Test
    void scalesThenAppliesTwoLayers() {
        // 3 of [0, 4] is 0.5; 5 of [-10, 10] is 0.5.
        double sum = 3 * Math.tanh(0.5 - 1 + 0.25) - Math.tanh(0.25 - 1) + 0.125;
        assertThat(TWO.posterior(new double[] {3, 5})).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-15));
    }

    @Test
    void takesWhatIsNotFiniteForTheLeast() {
        double expected = TWO.posterior(new double[] {0, 5});
        assertThat(TWO.posterior(new double[] {Double.NaN, 5})).isEqualTo(expected);
        assertThat(TWO.posterior(new double[] {Double.NEGATIVE_INFINITY, 5})).isEqualTo(expected);
    }

    @Test
    void staysFiniteForAbsurdFeatures() {
        assertThat(TWO.posterior(new double[] {1e300, -1e300})).isBetween(0.0, 1.0);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatThrownBy(() -> TWO.posterior(new double[3])).hasMessage("the network needs 2 features but gets 3");
        assertThatThrownBy(() -> new CreakNetwork(
                        new double[2], new double[2], new double[][] {{1, 2}}, new double[2], new double[1], 0))
                .hasMessageContaining("of 1 units needs as many biases and outputs but has 2 and 1");
        assertThatThrownBy(() -> new CreakNetwork(
                        new double[2], new double[2], new double[][] {{1}}, new double[1], new double[1], 0))
                .hasMessageContaining("of 2 features needs as many weights but has 1");
        assertThatThrownBy(() -> new CreakNetwork(
                        new double[1], new double[1], new double[][] {{Double.NaN}}, new double[1], new double[1], 0))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> CreakDetector.create(Quirks.KEPT, TWO)).hasMessageContaining("36 features but has 2");
    }

    @Test
    void oursAreThere() {
        for (Quirks quirks : Quirks.values()) {
            assertThat(CreakNetwork.of(quirks).features()).isEqualTo(CreakFeatures.COLUMNS);
            assertThat(CreakNetwork.of(quirks).hidden()).hasNumberOfRows(32);
        }
    }
}
