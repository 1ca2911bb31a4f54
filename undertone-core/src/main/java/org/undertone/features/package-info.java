/** Frames of named columns, and what makes columns of different units comparable: the {@link Standardizer}. */
package org.undertone.features;
