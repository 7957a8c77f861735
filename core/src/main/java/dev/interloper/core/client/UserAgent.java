package dev.interloper.core.client;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the value of a User-Agent header (RFC 9110 section 10.1.5) claims about the client. A claim: any program may write
 * anything there. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class UserAgent {

    /** How many characters of a user agent are looked at. */
    public static final int MAX_LENGTH = 1024;

    private static final int NO_VERSION = -1;

    private final BrowserFamily family;
    private final int version;
    private final ClientPlatform platform;

    private UserAgent(BrowserFamily family, int version, ClientPlatform platform) {
        this.family = family;
        this.version = version;
        this.platform = platform;
    }

    /**
     * Reads a user agent. What is not understood is {@link BrowserFamily#OTHER}; no text is an error.
     *
     * @param text the header's value, of any length and content; not more than {@value #MAX_LENGTH} characters are looked at
     * @return what it claims
     */
    public static UserAgent parse(String text) {
        Objects.requireNonNull(text, "text");
        return UserAgentReader.read(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    }

    static UserAgent of(BrowserFamily family, OptionalInt version, ClientPlatform platform) {
        return new UserAgent(family, version.orElse(NO_VERSION), platform);
    }

    /**
     * The browser's family.
     *
     * @return {@link BrowserFamily#OTHER} for robots, programs and unknown browsers
     */
    public BrowserFamily family() {
        return family;
    }

    /**
     * The major version.
     *
     * @return empty if none is named
     */
    public OptionalInt version() {
        return version == NO_VERSION ? OptionalInt.empty() : OptionalInt.of(version);
    }

    /**
     * The operating system.
     *
     * @return {@link ClientPlatform#UNKNOWN} if none is named
     */
    public ClientPlatform platform() {
        return platform;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserAgent that
                && family == that.family
                && version == that.version
                && platform == that.platform;
    }

    @Override
    public int hashCode() {
        return Objects.hash(family, version, platform);
    }

    /** The family and the version, such as {@code Chromium 48}. */
    @Override
    public String toString() {
        return version == NO_VERSION ? family.toString() : family + " " + version;
    }
}
