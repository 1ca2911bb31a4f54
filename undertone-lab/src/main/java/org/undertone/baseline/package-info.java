/** Systems that a learned encoder has to beat: dummies, and functionals with ridge regression. */
package org.undertone.baseline;
