package dev.interloper.core.client;

import java.util.Locale;

/**
 * Browsers by the TLS stack that they send their hellos with, whatever brand they bear.
 *
 * @since 0.1
 */
public enum BrowserFamily {
    /** Chrome, and what is built on it: Edge from 79, Opera from 15, Samsung Internet and others; the version is Chromium's. */
    CHROMIUM("Chromium"),
    /** Firefox and Tor Browser, except on iOS. */
    FIREFOX("Firefox"),
    /** Safari on macOS, and every browser on iOS, where the version is that of iOS. */
    SAFARI("Safari"),
    /** Internet Explorer, in the version that its Trident engine tells, whatever it imitates. */
    INTERNET_EXPLORER("Internet Explorer"),
    /** Edge before 79. */
    EDGE_LEGACY("Edge (EdgeHTML)"),
    /** Anything else: other programs, robots, browsers whose hellos are not known here. */
    OTHER("no browser known here");

    private final String label;

    BrowserFamily(String label) {
        this.label = label;
    }

    /**
     * The name that this family has in data files and reports.
     *
     * @return the constant's name in lower case with hyphens, such as {@code internet-explorer}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for a reader. */
    @Override
    public String toString() {
        return label;
    }
}
