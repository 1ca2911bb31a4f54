/**
 * How bytes reach the disk and come back: safetensors files, files and directories that appear whole or not at all, and
 * the one exception for files that are not what they claim to be.
 */
package org.undertone.storage;
