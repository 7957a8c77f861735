/**
 * Says what is wrong with a connection: facts in, a diagnosis with its advice out. The procedure is a table of rules, data that users may
 * precede with their own; nothing here touches the network.
 */
@NullMarked
package dev.interloper.core.diagnosis;

import org.jspecify.annotations.NullMarked;
