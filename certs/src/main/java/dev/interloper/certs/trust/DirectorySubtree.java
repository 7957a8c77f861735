package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;
import java.util.List;

/** All distinguished names that begin with these relative names. */
final class DirectorySubtree implements Subtree {
    private final List<String> base;

    DirectorySubtree(List<String> base) {
        this.base = List.copyOf(base);
    }

    @Override
    public int tag() {
        return GeneralName.DIRECTORY;
    }

    @Override
    public boolean permits(ConstrainedName name) {
        List<String> names = name.directory();
        return names.size() >= base.size() && names.subList(0, base.size()).equals(base);
    }
}
