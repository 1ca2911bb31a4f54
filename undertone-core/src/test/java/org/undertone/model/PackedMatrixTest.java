package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the sums of the definition, in double precision, and against itself with other vectors beside. */
class PackedMatrixTest {
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void givesTheProductWhateverTheShape(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 21) int columns,
            @ForAll @IntRange(min = 1, max = 8) int vectors) {
        var random = new Random(31L * rows + columns);
        float[] matrix = MadeUpModel.values(random, rows * columns);
        float[] bias = MadeUpModel.values(random, rows);
        float[][] x = new float[vectors][];
        for (int vector = 0; vector < vectors; vector++) {
            x[vector] = MadeUpModel.values(random, columns);
        }
        var packed = new PackedMatrix(matrix, rows, columns);
        float[][] y = new float[vectors][rows];
        packed.multiply(x, bias, y, vectors);
        for (int vector = 0; vector < vectors; vector++) {
            for (int row = 0; row < rows; row++) {
                double sum = bias[row];
                for (int column = 0; column < columns; column++) {
                    sum += (double) matrix[row * columns + column] * x[vector][column];
                }
                assertThat((double) y[vector][row]).isCloseTo(sum, within(1e-5));
            }
            float[][] alone = new float[1][rows];
            packed.multiply(new float[][] {x[vector]}, bias, alone, 1);
            assertThat(y[vector]).isEqualTo(alone[0]);
        }
    }
}
