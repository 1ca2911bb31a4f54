/**
 * From clips to weights: batches as tensors, Adam, the one loop for pre-training and fine-tuning, workers, checkpoints.
 */
package org.undertone.training;
