/** Tests of key logs. */
package dev.interloper.handshake.secrets;
