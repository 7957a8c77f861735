/**
 * The front door: captures, chains and handshakes in, verdicts with their evidence out. {@code core} usually means "the
 * base"; here it is what users depend on to get everything.
 */
module dev.interloper.core {
    requires transitive dev.interloper.certs;
    requires transitive dev.interloper.handshake;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.interloper.core;
    exports dev.interloper.core.client;
    exports dev.interloper.core.compare;
    exports dev.interloper.core.cure;
    exports dev.interloper.core.diagnosis;
    exports dev.interloper.core.engine;
    exports dev.interloper.core.page;
    exports dev.interloper.core.probe;
    exports dev.interloper.core.product;
    exports dev.interloper.core.report;
    exports dev.interloper.core.signal;
    exports dev.interloper.core.spi;
    exports dev.interloper.core.table;
}
