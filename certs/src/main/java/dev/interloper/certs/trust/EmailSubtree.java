package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;

/** One mailbox, all mailboxes of a host, or, with a leading dot, all below a domain. Nothing in it is a wildcard. */
final class EmailSubtree implements Subtree {
    private final String base;

    EmailSubtree(String base) {
        this.base = base;
    }

    static boolean isWellFormed(String text) {
        if (text.indexOf('@') >= 0) {
            return NameSyntax.isMailbox(text);
        }
        return text.isEmpty() || HostSubtrees.isWellFormed(text);
    }

    @Override
    public int tag() {
        return GeneralName.EMAIL;
    }

    @Override
    public boolean permits(ConstrainedName name) {
        String mailbox = name.text();
        int at = mailbox.lastIndexOf('@');
        String host = mailbox.substring(at + 1);
        int baseAt = base.lastIndexOf('@');
        if (baseAt >= 0) { // the local part keeps its case (RFC 5280 7.5)
            return mailbox.substring(0, Math.max(at, 0)).equals(base.substring(0, baseAt))
                    && host.equalsIgnoreCase(base.substring(baseAt + 1));
        }
        return base.isEmpty() || HostSubtrees.covers(base, host);
    }
}
