/**
 * From a recipe to results: splits, encoders, trials over label budgets, scores, comparisons; everything on disk as soon
 * as it is known, with its provenance.
 */
package org.undertone.experiment;
