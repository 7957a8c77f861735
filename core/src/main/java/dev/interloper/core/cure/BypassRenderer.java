package dev.interloper.core.cure;

/**
 * Writes bypass lists in the syntax of a product. Implementations are stateless and never write anything wider than what the list holds:
 * what a format cannot express is left out and said, and so is the little that a product takes along by itself.
 *
 * @since 0.1
 */
public interface BypassRenderer {

    /**
     * What the product is called on a command line.
     *
     * @return lower case letters, digits and hyphens
     */
    String id();

    /**
     * The product, and which of its lists this is.
     *
     * @return a name for people
     */
    String product();

    /**
     * Writes a list.
     *
     * @param list the destinations
     * @return the text, and what it does not hold
     */
    BypassText render(BypassList list);
}
