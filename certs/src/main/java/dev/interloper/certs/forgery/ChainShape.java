package dev.interloper.certs.forgery;

/**
 * How a server presents its chain.
 *
 * @param size how many certificates it sent
 * @param unreadable how many of them do not parse
 * @param duplicates how many of them repeat an earlier one
 * @param rootIncluded whether a self-issued certificate other than the leaf is among them
 * @since 0.1
 */
public record ChainShape(int size, int unreadable, int duplicates, boolean rootIncluded) {
    /**
     * Whether nothing but the leaf was sent.
     *
     * @return true for a chain of one
     */
    public boolean leafOnly() {
        return size == 1;
    }
}
