package dev.interloper.core.probe;

import java.io.IOException;
import java.util.List;

/**
 * A page that systems request to find out whether the network lets them out; what is there is known to the byte.
 *
 * @param host where it is
 * @param port 80, but in tests
 * @param path what is requested there
 */
record CanaryPage(String host, int port, String path) {

    /** In the order of asking: Android and Chrome, Apple, Windows, Firefox. */
    static final List<CanaryPage> USUAL = List.of(
            new CanaryPage("connectivitycheck.gstatic.com", 80, "/generate_204"),
            new CanaryPage("captive.apple.com", 80, "/hotspot-detect.html"),
            new CanaryPage("www.msftconnecttest.com", 80, "/connecttest.txt"),
            new CanaryPage("detectportal.firefox.com", 80, "/success.txt"));

    /** Asks past any proxy: a portal sits in the network. */
    Exchange request(Dialler dialler, Destination to, Interruption interruption, Deadline deadline, Options options) {
        Exchange.Builder seen = Exchange.of(ProbeStep.CAPTIVE_PORTAL, host, port);
        Dialler.Dialled dialled = dialler.dial(to.addresses(), port, deadline);
        dialled.note(seen);
        if (dialled.socket() != null) {
            TcpLink link = new TcpLink(dialled.socket(), deadline.within(options.patience()), interruption);
            try {
                new PageRequest(link).get(path, host, seen);
            } catch (IOException e) {
                Endings.note(e, null, interruption, seen);
            } finally {
                link.close();
            }
        }
        return seen.build();
    }
}
