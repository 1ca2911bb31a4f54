/** The server under load: live streams and uploads, from clients on the same machine. */
package org.undertone.bench.serve;
