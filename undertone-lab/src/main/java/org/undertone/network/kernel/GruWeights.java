package org.undertone.network.kernel;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Where the weights of one GRU layer are, in oneDNN's order of gates (update, reset, new). Forward wants the input
 * index outermost, backward the gate; both are there so that neither is turned inside a step.
 *
 * @param layerInputFirst input weights [inputs][3][hidden]
 * @param iterInputFirst recurrent weights [hidden][3][hidden]
 * @param layerGateFirst input weights [3][hidden][inputs]
 * @param iterGateFirst recurrent weights [3][hidden][hidden]
 * @param bias [4][hidden]: update and reset (input and hidden parts summed), new (input part), new (hidden part)
 */
public record GruWeights(
        FloatPointer layerInputFirst,
        FloatPointer iterInputFirst,
        FloatPointer layerGateFirst,
        FloatPointer iterGateFirst,
        FloatPointer bias) {}
