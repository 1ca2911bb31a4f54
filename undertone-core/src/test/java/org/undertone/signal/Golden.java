package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.undertone.storage.SafetensorsFile;

/** What {@code make_golden.py} wrote. */
final class Golden {
    private Golden() {}

    static double[] values(String name) {
        return values("golden.safetensors", name);
    }

    static double[] values(String resource, String name) {
        try (SafetensorsFile file =
                SafetensorsFile.open(Path.of(Golden.class.getResource(resource).toURI()))) {
            return file.doubles(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static double[] noise(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(actual[i]).as("value %d", i).isNaN();
            } else {
                assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
            }
        }
    }
}
