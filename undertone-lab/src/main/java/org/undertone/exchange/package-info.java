/** Models and weights from and to other people's tools. */
package org.undertone.exchange;
