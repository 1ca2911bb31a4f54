package org.undertone.exchange;

import java.util.List;
import java.util.Optional;
import org.undertone.model.DenseWeights;
import org.undertone.model.GruWeights;

/**
 * What was found in a file, in our order of gates.
 *
 * @param inputs columns of a frame
 * @param hidden units of each layer
 * @param layers the one next to the frames first
 * @param output the dense layer above them, where there is one
 */
record GruParts(int inputs, int hidden, List<GruWeights> layers, Optional<DenseWeights> output) {
    GruParts {
        layers = List.copyOf(layers);
    }
}
