/** Evaluates certificate chains: paths, anchors and their class, host names, findings. */
module dev.interloper.certs {
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;
}
