/**
 * The recurrent layers on oneDNN: one GRU layer in one direction, forward and backward, on memory that libtorch owns.
 * Nothing here knows of tensors, autograd or corpora.
 */
package org.undertone.network.kernel;
