package dev.interloper.boards.clients;

import java.nio.file.Path;

/**
 * A capture of one client, as a server saw it.
 *
 * @param set what its folder calls it, such as {@code browsers} or {@code middleboxes}
 * @param name its folder's path below the set
 * @param file where it is
 * @param userAgent the user agent that the label stands for; empty where the label names no browser
 */
public record ClientCapture(String set, String name, Path file, String userAgent) {}
