package org.undertone.server;

import java.util.Optional;

/**
 * A recording that was uploaded.
 *
 * @param name under which it was uploaded, for messages only; empty where it came without
 * @param bytes the file
 */
record Upload(Optional<String> name, byte[] bytes) {}
