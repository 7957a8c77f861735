/**
 * Evaluates certificate chains: paths, anchors and their class, host names, findings, and what a minting engine leaves
 * behind in a leaf.
 *
 * <p>Pure computation: no network, no wall clock, no global state. Everything exported is immutable or says otherwise.
 */
module dev.interloper.certs {
    requires java.xml;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.interloper.certs;
    exports dev.interloper.certs.explain;
    exports dev.interloper.certs.forgery;
    exports dev.interloper.certs.name;
    exports dev.interloper.certs.pin;
    exports dev.interloper.certs.transparency;
    exports dev.interloper.certs.trust;
}
