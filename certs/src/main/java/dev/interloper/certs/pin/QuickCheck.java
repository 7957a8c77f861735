package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short answer, from sets and a path; the keys alone take no object but the answer. */
final class QuickCheck {
    /** Where sets are met. */
    private interface Path {
        @Nullable
        PinCheck meet(PinSet set);
    }

    private QuickCheck() {}

    static PinCheck certificates(HostRule rule, PinnedPath path, Instant at) {
        return check(rule, at, set -> {
            PinnedPath.Hit hit = path.meet(set);
            return hit == null ? null : new PinCheck(PinOutcome.PINNED_MATCH, hit.pin(), hit.position());
        });
    }

    static PinCheck keys(HostRule rule, List<PublicKeyHash> keys, Instant at) {
        return check(rule, at, set -> set.requiresAll() ? all(set, keys) : any(set, keys));
    }

    private static PinCheck check(HostRule rule, Instant at, Path path) {
        boolean live = false;
        PinCheck found = null;
        for (PinSet set : rule.enforced()) {
            if (!set.expiredAt(at)) {
                live = true;
                found = found == null ? path.meet(set) : found;
            }
        }
        if (live && found == null) {
            return PinCheck.MISMATCH;
        }
        boolean reporting = false;
        PinCheck reported = null;
        for (PinSet set : rule.reportOnly()) {
            if (!set.expiredAt(at)) {
                reporting = true;
                reported = reported == null ? path.meet(set) : reported;
            }
        }
        if (reporting && reported == null) {
            return PinCheck.REPORT_ONLY;
        }
        PinCheck match = found == null ? reported : found;
        return match == null ? PinCheck.EXPIRED : match;
    }

    private static @Nullable PinCheck any(PinSet set, List<PublicKeyHash> keys) {
        int last = keys.size() - 1;
        for (int i = 0; i <= last; i++) {
            Pin pin = set.find(keys.get(i), Pin.Kind.PUBLIC_KEY, i == 0, i == last);
            if (pin != null) {
                return new PinCheck(PinOutcome.PINNED_MATCH, pin, i);
            }
        }
        return null;
    }

    private static @Nullable PinCheck all(PinSet set, List<PublicKeyHash> keys) {
        PinCheck first = null;
        for (Pin pin : set.pins()) {
            int position = position(pin, keys);
            if (position < 0) {
                return null;
            }
            first = first == null ? new PinCheck(PinOutcome.PINNED_MATCH, pin, position) : first;
        }
        return first;
    }

    private static int position(Pin pin, List<PublicKeyHash> keys) {
        int last = keys.size() - 1;
        for (int i = 0; i <= last && pin.kind() == Pin.Kind.PUBLIC_KEY; i++) {
            if (pin.role().allows(i == 0, i == last) && pin.digest().equals(keys.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
