/** The detector of creaky voice: its features, its network. */
package org.undertone.features.creak;
