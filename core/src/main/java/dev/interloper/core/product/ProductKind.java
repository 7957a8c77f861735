package dev.interloper.core.product;

import java.util.Locale;

/**
 * What sort of product a {@link Product} is, which decides what can be done about it.
 *
 * @since 0.1
 */
public enum ProductKind {
    /** A web proxy run by the user's own organization, on its premises. */
    ENTERPRISE_PROXY,

    /** A secure web gateway run in a provider's cloud for the user's organization. */
    CLOUD_SWG,

    /** A firewall that also inspects TLS. */
    FIREWALL,

    /** Protection software on the user's own machine. */
    ANTIVIRUS,

    /** A filter for families or schools. */
    PARENTAL,

    /** A network operator, of its own accord or by order of a state. */
    ISP,

    /** A root that a state asks its citizens to install; a policy, not by itself an interception. */
    STATE_ROOT,

    /** A router or mobile hotspot that answers with its own certificate in place of the site's. */
    ROUTER,

    /** A login page of a wireless network that stands in until the user has signed in. */
    CAPTIVE_PORTAL,

    /** Software that reads or alters pages to sell advertisements. */
    ADWARE,

    /** Software that intercepts in order to steal or to defraud. */
    MALWARE,

    /** A root whose private key is public or was shipped with software, so that anybody may intercept with it. */
    EXPOSED_ROOT,

    /** A tool made for attacking connections, used by testers and by attackers. */
    ATTACK_TOOL,

    /** A local tool that users install themselves in order to reach slow or blocked sites. */
    CIRCUMVENTION,

    /** A developer's tool for looking into connections or for simulating servers. */
    DEBUG_PROXY,

    /** Something else, or no product in particular. */
    OTHER;

    /**
     * The name that this kind has in data files and reports.
     *
     * @return the constant's name in lower case with hyphens, such as {@code cloud-swg}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
