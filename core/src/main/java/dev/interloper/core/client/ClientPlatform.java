package dev.interloper.core.client;

/**
 * The operating system that a user agent names.
 *
 * @since 0.1
 */
public enum ClientPlatform {
    /** Windows. */
    WINDOWS,
    /** macOS, formerly OS X. */
    MACOS,
    /** iOS and iPadOS, unless the latter poses as macOS. */
    IOS,
    /** Android. */
    ANDROID,
    /** ChromeOS. */
    CHROME_OS,
    /** Linux. */
    LINUX,
    /** Another one, or none is named. */
    UNKNOWN
}
