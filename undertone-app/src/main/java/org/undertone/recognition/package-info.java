/** From recordings to what a model says of them: many recordings, several at a time, answered in order. */
package org.undertone.recognition;
