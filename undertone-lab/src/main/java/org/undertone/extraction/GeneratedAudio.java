package org.undertone.extraction;

import java.util.Objects;
import java.util.function.Supplier;
import org.undertone.audio.AudioStream;

/**
 * A recording that a program makes when it is asked for it.
 *
 * @param name what to call it
 * @param recipe everything that determines its samples: the generator with its version, its settings and its seed
 * @param rate samples per second
 * @param sampleCount how many samples there are
 * @param samples makes them, full scale is [-1, 1); may be asked by any thread and more than once
 */
public record GeneratedAudio(String name, String recipe, int rate, int sampleCount, Supplier<double[]> samples)
        implements AudioSource {
    public GeneratedAudio {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(samples, "samples");
        if (rate < 1 || sampleCount < 1) {
            throw new IllegalArgumentException("recording '" + name + "' must have samples at a rate above 0, but has "
                    + sampleCount + " at " + rate + " Hz");
        }
    }

    @Override
    public long bytes() {
        return (long) sampleCount * Short.BYTES;
    }

    @Override
    public String sha256() {
        return Sha256.of(rate + " Hz\n" + recipe);
    }

    @Override
    public AudioStream open() {
        return new SampleStream(samples.get(), rate);
    }
}
