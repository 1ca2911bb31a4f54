package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What there is to know about an encoder besides its weights.
 *
 * @param frameRate frames per second it was trained on, more than 0 and at most 1,000,000
 * @param provenance where it comes from: recipe, seeds, data and its hash, versions; free content
 * @param training how its training went; free content
 */
public record EncoderDescription(double frameRate, ObjectNode provenance, ObjectNode training) {
    static final double HIGHEST_RATE = 1e6;

    public EncoderDescription {
        if (!(frameRate > 0 && frameRate <= HIGHEST_RATE)) {
            throw new IllegalArgumentException(
                    "frame rate must lie in (0, " + HIGHEST_RATE + "] frames per second but is " + frameRate);
        }
        provenance = provenance.deepCopy();
        training = training.deepCopy();
    }
}
