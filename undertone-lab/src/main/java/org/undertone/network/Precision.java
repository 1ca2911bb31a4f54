package org.undertone.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Floating-point width of a network: single for work, double for gradient checks. */
public enum Precision {
    /** 32 bits. */
    SINGLE(torch.ScalarType.Float),
    /** 64 bits; libtorch's own layers only. */
    DOUBLE(torch.ScalarType.Double);

    private final torch.ScalarType type;

    Precision(torch.ScalarType type) {
        this.type = type;
    }

    /** libtorch's name of the width. */
    public torch.ScalarType type() {
        return type;
    }

    /** Options for a new tensor of this width. */
    public TensorOptions options() {
        return new TensorOptions(type);
    }

    /** The width of a tensor's values. */
    public static Precision of(Tensor tensor) {
        return tensor.scalar_type() == torch.ScalarType.Double ? DOUBLE : SINGLE;
    }
}
