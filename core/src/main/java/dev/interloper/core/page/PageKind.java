package dev.interloper.core.page;

import java.util.Locale;

/**
 * What a page is for.
 *
 * @since 0.1
 */
public enum PageKind {
    /** It says that access is blocked. */
    BLOCK,
    /** It says that something went wrong between a proxy and the server. */
    ERROR,
    /** It asks to authenticate. */
    AUTHENTICATION,
    /** It asks to sign in to the network. */
    CAPTIVE,
    /** It names a product without saying more. */
    MENTION,
    /** It is of a service before the server, not of a proxy before the client. */
    NOT_A_PROXY;

    /** The constant in lower case, as the table writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
