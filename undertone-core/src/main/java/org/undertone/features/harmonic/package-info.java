/** Stages that look at harmonics: sinusoidal frames, the Rd parameter (MSP), the true envelope and its mel cepstrum, phase distortion (HMPD). */
package org.undertone.features.harmonic;
