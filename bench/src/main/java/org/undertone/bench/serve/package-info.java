/** Load on a server in a process of its own: live streams in real time, uploads, and hours of both. */
package org.undertone.bench.serve;
