/** Building blocks of digital signal processing: pure functions of arrays, in double, under MATLAB's conventions. */
package org.undertone.signal;
