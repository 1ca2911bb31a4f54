package org.undertone.network;

/** What runs the recurrent layers. */
public enum RecurrentEngine {
    /** oneDNN's GRU, one thread, single precision: the fast one. */
    ONEDNN {
        @Override
        RecurrentStack create(EncoderSettings settings, Parameters parameters) {
            return new OneDnnStack(settings, parameters);
        }
    },
    /** libtorch's GRU with autograd: the reference, and the one for double precision. */
    LIBTORCH {
        @Override
        RecurrentStack create(EncoderSettings settings, Parameters parameters) {
            return new LibtorchStack(settings, parameters);
        }
    };

    abstract RecurrentStack create(EncoderSettings settings, Parameters parameters);
}
