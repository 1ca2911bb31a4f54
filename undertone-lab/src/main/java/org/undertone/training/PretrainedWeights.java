package org.undertone.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.undertone.features.Standardizer;
import org.undertone.network.EncoderSettings;
import org.undertone.network.InitialWeights;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;

/**
 * An encoder's weights on the heap, with the standardizer its frames go through.
 *
 * @param encoder the shape
 * @param tensors values by name, row-major
 * @param standardizer fitted on the training clips
 * @param losses of pre-training; empty for an encoder that was not trained
 */
public record PretrainedWeights(
        EncoderSettings encoder, Map<String, float[]> tensors, Standardizer standardizer, LossHistory losses) {

    static PretrainedWeights of(
            EncoderSettings encoder, Parameters parameters, Standardizer standardizer, LossHistory losses) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (String name : NetworkSettings.of(encoder).layout().names()) {
            tensors.put(name, parameters.values(name));
        }
        return new PretrainedWeights(encoder, tensors, standardizer, losses);
    }

    /** The same network before any training: the control without which nothing can be credited to pre-training. */
    public static PretrainedWeights untrained(EncoderSettings encoder, Standardizer standardizer, long seed) {
        try (Parameters parameters =
                Parameters.zeros(NetworkSettings.of(encoder).layout(), Precision.SINGLE)) {
            InitialWeights.fill(parameters, seed);
            return of(encoder, parameters, standardizer, new LossHistory(java.util.List.of()));
        }
    }

    /** Copies the values into a network's parameters; those of a head are left alone. */
    void copyTo(Parameters parameters) {
        tensors.forEach(parameters::set);
    }
}
