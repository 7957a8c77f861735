package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.util.Optional;

/** Pages that systems request to find out whether the network lets them out; what is there is known to the byte. */
enum CanaryPage {
    /** Android and Chrome: status 204 and nothing more. */
    GOOGLE("connectivitycheck.gstatic.com", "/generate_204"),
    /** Apple: a page that says "Success". */
    APPLE("captive.apple.com", "/hotspot-detect.html"),
    /** Windows: "Microsoft Connect Test". */
    MICROSOFT("www.msftconnecttest.com", "/connecttest.txt"),
    /** Firefox: "success". */
    FIREFOX("detectportal.firefox.com", "/success.txt");

    private final String host;
    private final String path;

    CanaryPage(String host, String path) {
        this.host = host;
        this.path = path;
    }

    String host() {
        return host;
    }

    /** Asks past any proxy: a portal sits in the network. */
    Exchange request(Dialler dialler, Destination to, Interruption interruption, Deadline deadline, Options options) {
        Exchange.Builder seen = Exchange.of(ProbeStep.CAPTIVE_PORTAL, to.host(), to.port());
        Dialler.Dialled dialled = dialler.dial(to.addresses(), to.port(), deadline);
        if (dialled.outcome() != TcpOutcome.NOT_TRIED) {
            seen.tcp(dialled.endpoint(), dialled.outcome(), dialled.took());
        }
        if (dialled.socket() != null) {
            TcpLink link = new TcpLink(dialled.socket(), deadline.within(options.patience()), interruption);
            try {
                Optional<Bytes> page = PageRequest.get(link, path, host);
                page.ifPresent(seen::page);
                seen.ending(page.isPresent() ? Ending.COMPLETE : Ending.CLOSED);
            } catch (IOException e) {
                Endings.note(e, null, interruption, seen);
            } finally {
                link.close();
            }
        }
        return seen.build();
    }
}
