package org.undertone.network.kernel;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Where the gradients of one GRU layer go. They are added to what is there.
 *
 * @param layer input weights [inputs][3][hidden], gates update, reset, new
 * @param iter recurrent weights [hidden][3][hidden]
 * @param bias [4][hidden] as in {@link GruWeights}
 */
public record GruGradients(FloatPointer layer, FloatPointer iter, FloatPointer bias) {}
