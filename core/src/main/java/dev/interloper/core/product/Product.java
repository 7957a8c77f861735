package dev.interloper.core.product;

import java.util.Objects;

/**
 * A product that may sit in the middle of a TLS connection. Within a catalog one product has one name, one vendor and one
 * kind. Immutable, thread-safe.
 *
 * @param name what users know it as; where it was renamed, both names, such as
 *     {@code Websense Content Gateway (today Forcepoint Web Security)}
 * @param vendor who makes it today, with the former name where that is still seen
 * @param kind what sort of product it is
 * @since 0.1
 */
public record Product(String name, String vendor, ProductKind kind) {

    /**
     * Checks the components.
     *
     * @param name what users know it as, not blank
     * @param vendor who makes it, not blank
     * @param kind what sort of product it is
     * @throws NullPointerException if any component is null
     * @throws IllegalArgumentException if the name or the vendor is blank
     */
    public Product {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank() || vendor.isBlank()) {
            throw new IllegalArgumentException("A product needs a name and a vendor: '" + name + "', '" + vendor + "'");
        }
    }

    /**
     * The product for a reader.
     *
     * @return its name
     */
    @Override
    public String toString() {
        return name;
    }
}
