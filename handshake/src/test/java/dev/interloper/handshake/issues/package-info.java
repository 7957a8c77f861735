/** Each bug that was found, for ever; those of packet order and loss are in the tests of the capture package. */
package dev.interloper.handshake.issues;
