/** Benchmarks and generators of large inputs; never run by the tests. */
package org.undertone.bench;
