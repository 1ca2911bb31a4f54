/**
 * Encoders and heads on libtorch: parameters in one flat vector, recurrent layers on oneDNN or libtorch, the dense
 * layer, pooling and head on libtorch's autograd.
 */
package org.undertone.network;
