/** What is minimised: without labels (restoring hidden spans) and with them (regression on intensities). */
package org.undertone.objective;
