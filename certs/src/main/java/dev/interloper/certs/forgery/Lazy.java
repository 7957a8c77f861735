package dev.interloper.certs.forgery;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed when first asked for; twice, with the same result, when two threads ask at once. */
final class Lazy<T> {
    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    T get() {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
