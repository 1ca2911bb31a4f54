/** Our features beside those of the original COVAREP. */
package org.undertone.bench.parity;
