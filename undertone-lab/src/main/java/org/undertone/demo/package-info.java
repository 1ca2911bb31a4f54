/**
 * A corpus without a human being in it: synthetic speakers say random syllables in six emotions of graded intensity, by
 * rules from the literature. It shows what the software does, and nothing about people.
 */
package org.undertone.demo;
