package org.undertone.training;

/**
 * One dense layer from a clip's pooled vector to its scores. The arrays are not copied and must not be changed.
 *
 * @param weights [emotion][input], row-major
 * @param bias [emotion]
 */
public record HeadWeights(float[] weights, float[] bias) {

    /** Scores of pooled vectors [clip][input]: [clip][emotion]. */
    public double[][] scores(float[][] pooled) {
        double[][] scores = new double[pooled.length][bias.length];
        for (int clip = 0; clip < pooled.length; clip++) {
            float[] x = pooled[clip];
            for (int emotion = 0; emotion < bias.length; emotion++) {
                double sum = bias[emotion];
                for (int i = 0; i < x.length; i++) {
                    sum += (double) weights[emotion * x.length + i] * x[i];
                }
                scores[clip][emotion] = sum;
            }
        }
        return scores;
    }
}
