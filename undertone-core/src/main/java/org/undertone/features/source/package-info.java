/** Stages that look at the voice source: polarity (RESKEW), pitch (SRH), closure instants (SEDREAMS), glottal flow (IAIF) and what is measured on it. */
package org.undertone.features.source;
