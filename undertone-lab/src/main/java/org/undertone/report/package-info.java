/**
 * From results to something that a scientist would send on: figures as SVG and PNG, and one self-contained page. It
 * looks numbers up and words them; it computes none.
 */
package org.undertone.report;
