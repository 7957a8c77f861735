package dev.interloper.core.spi;

/**
 * What a piece of evidence is made of. Whole kinds can be withheld from a judgement, to see how far the others carry it.
 *
 * @since 0.1
 */
public enum EvidenceKind {
    /** The text of issuers' and subjects' names, and the knowledge base of products that reads it. */
    NAMES,
    /** Trust anchors: whether the chain leads to a public root, or to one that an organisation installed. */
    ROOTS,
    /** What public authorities must put into a leaf: SCTs, authority information access, CRL distribution points, policies. */
    PUBLIC_MARKS,
    /** How the leaf was made: keys, serial number, dates, extensions and their order. */
    FORGE,
    /** How the server answered: its ServerHello, and how it packed its messages. */
    FLIGHT,
    /** The way there: proxies that were asked, round trips, addresses. */
    TRANSPORT
}
