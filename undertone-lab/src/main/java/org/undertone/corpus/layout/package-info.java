/**
 * How corpora of acted speech say who speaks and how: in the names of their files, or in a table; and what that means on
 * the scale of 0 to 3 for each of six emotions. {@code docs/layouts.md} has the mapping for people.
 */
package org.undertone.corpus.layout;
