package dev.interloper.boards.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Whether each key of the union of root programmes is classed as a public root's. */
final class PublicRootsSuite implements Suite {

    PublicRootsSuite() {}

    @Override
    public String name() {
        return "public roots";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Set<String> keys = PublicRootTable.usable(folder);
        if (keys.isEmpty()) {
            report.absent("no " + PublicRootTable.NAME);
        }
        for (String key : keys) {
            Optional<AnchorClass> found = AnchorSet.bundledPublicRoots().anchorClass(PublicKeyHash.fromHex(key));
            boolean isPublic = found.map(AnchorClass::isPublic).orElse(false);
            report.check(isPublic, key, "public", found.map(AnchorClass::name).orElse("not listed"));
        }
    }
}
