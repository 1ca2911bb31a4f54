package org.undertone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed-form ridge against normal equations and against leaving each clip out for real. */
class RidgeTest {

    @ParameterizedTest(name = "{0} clips, {1} inputs")
    @CsvSource({"7, 3", "6, 6", "5, 12", "40, 9"})
    void solvesTheNormalEquationsAndItsLeftOutScoresAreThoseOfRefits(int clips, int inputs) {
        SplittableRandom random = new SplittableRandom(clips);
        float[][] x = new float[clips][inputs];
        double[][] y = new double[clips][2];
        for (int clip = 0; clip < clips; clip++) {
            for (int i = 0; i < inputs; i++) {
                x[clip][i] = (float) random.nextGaussian();
            }
            y[clip][0] = x[clip][0] - 2 * x[clip][1] + 0.3 * random.nextGaussian() + 4;
            y[clip][1] = random.nextGaussian();
        }
        Ridge ridge = Ridge.fit(x, y);
        double[][] scores = ridge.scores(x);
        ColumnScale scale = ColumnScale.of(x);
        for (int emotion = 0; emotion < 2; emotion++) {
            double penalty = ridge.penalties()[emotion];
            for (int clip = 0; clip < clips; clip++) {
                assertThat(scores[clip][emotion])
                        .isCloseTo(predict(scale, x, y, emotion, penalty, -1, clip), Offset.offset(1e-8));
                assertThat(ridge.leftOutScores()[clip][emotion])
                        .isCloseTo(predict(scale, x, y, emotion, penalty, clip, clip), Offset.offset(1e-8));
            }
        }
    }

    @Test
    void takesMissingValuesForTheMeanAndDeadColumnsForNothing() {
        float[][] x = {{1, 5, Float.NaN}, {2, 5, 1}, {3, 5, 2}, {4, 5, Float.NEGATIVE_INFINITY}};
        double[][] y = {{1}, {2}, {3}, {4}};
        Ridge ridge = Ridge.fit(x, y);
        for (double[] row : ridge.scores(new float[][] {{2.5f, 5, 1.5f}, {2.5f, 99, Float.NaN}})) {
            assertThat(row[0]).isCloseTo(2.5, Offset.offset(0.05));
        }
    }

    @Test
    void refusesASingleClip() {
        assertThatThrownBy(() -> Ridge.fit(new float[][] {{1}}, new double[][] {{1}}))
                .hasMessageContaining("2 or more, but got 1 and 1");
    }

    /** Solves (X'X + p I) w = X'y with an unpenalised intercept, leaving one clip out. */
    private static double predict(
            ColumnScale scale, float[][] x, double[][] y, int emotion, double penalty, int without, int clip) {
        int rows = without < 0 ? x.length : x.length - 1;
        int inputs = x[0].length;
        RealMatrix design = new Array2DRowRealMatrix(rows, inputs + 1);
        RealMatrix target = new Array2DRowRealMatrix(rows, 1);
        for (int from = 0, to = 0; from < x.length; from++) {
            if (from != without) {
                double[] scaled = scale.apply(x[from]);
                for (int i = 0; i < inputs; i++) {
                    design.setEntry(to, i, scaled[i]);
                }
                design.setEntry(to, inputs, 1);
                target.setEntry(to++, 0, y[from][emotion]);
            }
        }
        RealMatrix ridge = MatrixUtils.createRealIdentityMatrix(inputs + 1).scalarMultiply(penalty);
        ridge.setEntry(inputs, inputs, 0);
        RealMatrix normal = design.transpose().multiply(design).add(ridge);
        RealMatrix weights =
                new LUDecomposition(normal).getSolver().solve(design.transpose().multiply(target));
        double[] scaled = scale.apply(x[clip]);
        double sum = weights.getEntry(inputs, 0);
        for (int i = 0; i < inputs; i++) {
            sum += weights.getEntry(i, 0) * scaled[i];
        }
        return sum;
    }
}
