package org.undertone.network;

import org.bytedeco.pytorch.Tensor;

/**
 * The recurrent layers between the frames and the dense layer.
 *
 * <p>They stand outside the tape on which the rest of the network is recorded: {@link #forward} gives a plain tensor,
 * the caller makes it a leaf, and hands the gradient that autograd finds for the leaf to {@link #backward}. So one
 * implementation can run on oneDNN and its twin on libtorch.
 *
 * <p>One stack belongs to one worker; parameters are shared and only read.
 */
public sealed interface RecurrentStack extends AutoCloseable permits OneDnnStack, LibtorchStack {

    /**
     * Runs all layers from states of zeros.
     *
     * @param x frames [time][clip][column], contiguous
     * @param keep whether {@link #backward} will follow
     * @return [time][clip][recurrent width]; contents at padding are unspecified; valid until the next call
     */
    Tensor forward(Tensor x, Lengths lengths, boolean keep);

    /**
     * Takes the gradient of the output of the last kept forward pass back to the weights.
     *
     * @param gradient [time][clip][recurrent width], zero at padding, contiguous
     * @param gradients of all parameters, added to
     */
    void backward(Tensor gradient, Parameters gradients);

    @Override
    void close();
}
