/** Tests of the cryptography that takes record protection off. */
package dev.interloper.handshake.crypto;
