/** The drawing in ARCHITECTURE.md, held against the sources and the classes of every module. */
package org.undertone.architecture;
