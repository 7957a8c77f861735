package dev.interloper.boards.corpus;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * One direction of a connection. Addresses have one text only, so that programs that write IPv6 differently agree.
 *
 * @param source the sender's address
 * @param sourcePort its port
 * @param target the receiver's address
 * @param targetPort its port
 */
public record Flow(String source, int sourcePort, String target, int targetPort) {

    /**
     * A flow between addresses in any of the usual forms.
     *
     * @param source the sender's address
     * @param sourcePort its port
     * @param target the receiver's address
     * @param targetPort its port
     * @return the flow
     */
    public static Flow of(String source, int sourcePort, String target, int targetPort) {
        return new Flow(normal(source), sourcePort, normal(target), targetPort);
    }

    /**
     * A flow between ends such as {@code 192.0.2.1:443} and {@code [2001:db8::1]:443}.
     *
     * @param source the sender
     * @param target the receiver
     * @return the flow
     */
    public static Flow between(String source, String target) {
        return of(address(source), port(source), address(target), port(target));
    }

    /**
     * The other direction.
     *
     * @return the flow with its ends swapped
     */
    public Flow reversed() {
        return new Flow(target, targetPort, source, sourcePort);
    }

    private static String address(String end) {
        int colon = end.lastIndexOf(':');
        return colon < 0 ? end : end.substring(0, colon);
    }

    private static int port(String end) {
        String port = end.substring(end.lastIndexOf(':') + 1);
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
    }

    private static String normal(String address) {
        String bare = address.replace("[", "").replace("]", "");
        if (!bare.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return address; // a name would be looked up
        }
        if (bare.indexOf("::") != bare.lastIndexOf("::")) {
            bare = bare.replaceFirst("::", ":0:"); // nDPI writes a single group of zeros so
        }
        try {
            return InetAddress.getByName(bare).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return source + ":" + sourcePort + " → " + target + ":" + targetPort;
    }
}
