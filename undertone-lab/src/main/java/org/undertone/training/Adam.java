package org.undertone.training;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.undertone.network.ParameterLayout;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;

/**
 * Adam (Kingma &amp; Ba 2015, algorithm 1) on a flat vector of parameters.
 *
 * <p>Ours, because the presets show libtorch's optimiser state only through its archive, and a checkpoint has to hold
 * the moments (docs/decisions). libtorch's own Adam is the twin in the tests.
 */
public final class Adam implements AutoCloseable {

    private final AdamSettings settings;
    private final Parameters firstMoment;
    private final Parameters secondMoment;
    private long step;

    /** Moments of zero, before the first step. */
    public Adam(AdamSettings settings, ParameterLayout layout, Precision precision) {
        this.settings = settings;
        firstMoment = Parameters.zeros(layout, precision);
        secondMoment = Parameters.zeros(layout, precision);
    }

    /** Moves the parameters against the gradient. */
    public void step(Parameters parameters, Parameters gradient) {
        step++;
        // alpha_t = alpha sqrt(1 - beta2^t) / (1 - beta1^t), with epsilon scaled alike: the bias corrections of lines 9
        // and 10 without a pass over the moments.
        double correction = Math.sqrt(1 - StrictMath.pow(settings.beta2(), step));
        double rate = settings.learningRate() * correction / (1 - StrictMath.pow(settings.beta1(), step));
        try (PointerScope scope = new PointerScope()) {
            Tensor g = gradient.flat();
            Tensor m = firstMoment.flat().mul_(scalar(settings.beta1())).add_(g, scalar(1 - settings.beta1()));
            Tensor v = secondMoment.flat().mul_(scalar(settings.beta2())).addcmul_(g, g, scalar(1 - settings.beta2()));
            Tensor root = v.sqrt().add_(scalar(settings.epsilon() * correction));
            parameters.flat().addcdiv_(m, root, scalar(-rate));
            parameters.changed();
        }
    }

    /** Steps taken. */
    public long steps() {
        return step;
    }

    /** First moments, in the layout's order. */
    public float[] firstMoment() {
        return firstMoment.values();
    }

    /** Second moments, in the layout's order. */
    public float[] secondMoment() {
        return secondMoment.values();
    }

    /** Goes back to a state that was saved. */
    public void restore(long steps, float[] first, float[] second) {
        firstMoment.set(first);
        secondMoment.set(second);
        step = steps;
    }

    private static Scalar scalar(double value) {
        return new Scalar(value);
    }

    @Override
    public void close() {
        firstMoment.close();
        secondMoment.close();
    }
}
