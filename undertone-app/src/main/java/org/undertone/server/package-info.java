/** A model behind HTTP and WebSocket: its limits, its page, its figures. Nothing that is uploaded reaches the disk. */
package org.undertone.server;
