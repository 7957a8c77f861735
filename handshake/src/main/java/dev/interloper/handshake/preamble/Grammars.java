package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The grammars there are: what each starts with, in the order of asking. */
final class Grammars {

    /** Whether a direction's first bytes are of a protocol. */
    private interface Start {
        Fit fits(Direction direction, Inbox in);
    }

    private record Entry(Start start, Supplier<UpgradeGrammar> grammar) {}

    private static final List<Entry> ALL = List.of(
            new Entry(HttpConnect::fits, HttpConnect::new),
            new Entry(HttpUpgrade::fits, HttpUpgrade::new),
            new Entry(Socks4::fits, Socks4::new),
            new Entry(Socks5::fits, Socks5::new),
            new Entry(ProxyLine::fits, ProxyLine::new),
            new Entry(ProxyHeader::fits, ProxyHeader::new),
            new Entry(PostgreSql::fits, PostgreSql::new),
            new Entry(MySql::fits, MySql::new),
            new Entry(Ldap::fits, Ldap::new),
            new Entry(Rdp::fits, Rdp::new),
            new Entry(Telnet::fits, Telnet::new),
            new Entry(Vnc::fits, Vnc::new),
            new Entry(Adb::fits, Adb::new),
            new Entry(Xmpp::fits, Xmpp::new),
            new Entry(LineDialogue::fits, LineDialogue::new));

    private Grammars() {}

    /** The only grammar that bytes fit; {@link Fit#PERHAPS} while more than one may. */
    static Choice choose(Direction direction, Inbox in) {
        for (Entry entry : ALL) {
            Fit fit = entry.start.fits(direction, in);
            if (fit != Fit.NO) {
                return new Choice(fit, fit == Fit.YES ? entry.grammar.get() : null);
            }
        }
        return Choice.NONE;
    }

    record Choice(Fit fit, @Nullable UpgradeGrammar grammar) {
        private static final Choice NONE = new Choice(Fit.NO, null);
    }
}
