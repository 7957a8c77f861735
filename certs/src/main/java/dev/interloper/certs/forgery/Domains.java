package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;

/** Guesses registrable domains where nobody hands in the Public Suffix List. */
final class Domains {
    /** Second-level labels under a country that are registries mostly, such as {@code co.uk}, are this short. */
    private static final int REGISTRY_LABEL = 3;

    private Domains() {}

    /** The last two labels, or three below a country's short second level; an address or an odd text whole. */
    static String guess(ServerName host) {
        String name = host.normalized().isEmpty() ? host.text() : host.normalized();
        String[] labels = name.split("\\.", -1);
        int count = labels.length;
        if (host.isIp() || count <= 2) {
            return name;
        }
        boolean registry = labels[count - 1].length() == 2 && labels[count - 2].length() <= REGISTRY_LABEL;
        String domain = labels[count - 2] + "." + labels[count - 1];
        return registry ? labels[count - 3] + "." + domain : domain;
    }
}
