/** HTTP replies read from bytes, and the pages of proxies, block lists and captive portals among them. Nothing here touches the network. */
@NullMarked
package dev.interloper.core.page;

import org.jspecify.annotations.NullMarked;
