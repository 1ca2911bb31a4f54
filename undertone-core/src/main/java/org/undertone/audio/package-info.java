/** Audio files as streams of samples; resampling; the synthetic voice. */
package org.undertone.audio;
