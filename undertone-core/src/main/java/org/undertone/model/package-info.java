/**
 * The trained emotion recogniser in plain Java: settings are fixed, weights are learned, state changes with each frame
 * of a stream, and each is a type of its own. {@link org.undertone.model.PretrainedEncoder} turns a clip into a vector,
 * {@link org.undertone.model.EmotionModel} turns it into one score per emotion; both live in directories of their own.
 */
package org.undertone.model;
