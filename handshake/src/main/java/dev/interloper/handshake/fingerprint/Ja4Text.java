package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.ExtensionCursor;
import dev.interloper.handshake.message.Span;
import dev.interloper.handshake.record.Protocol;

/** Writes the three parts of which JA4 is made; GREASE appears in none. */
final class Ja4Text {

    private final Numbers numbers = new Numbers();
    private final Span data = new Span();

    /** The readable part: transport, version, whether a name is asked for, how many suites and extensions, protocol. */
    void readable(ClientHelloView hello, Protocol protocol, Text out) {
        out.add(
                switch (protocol) {
                    case TLS -> 't';
                    case DTLS -> 'd';
                    case QUIC -> 'q';
                });
        out.add(version(highestVersion(hello)));
        out.add(hello.hasExtension(Extension.SERVER_NAME) ? 'd' : 'i');
        suites(hello);
        count(out);
        numbers.clear();
        ExtensionCursor extensions = hello.extensions();
        while (extensions.next()) {
            keep(extensions.type());
        }
        count(out);
        firstProtocol(extensions, out);
    }

    /** The cipher suites; nothing if there are none. */
    void cipherSuites(ClientHelloView hello, boolean sorted, Text out) {
        suites(hello);
        if (sorted) {
            numbers.sort();
        }
        list(out);
    }

    /** The extensions, then the signature algorithms if there are any; nothing if there are no extensions. */
    void extensions(ClientHelloView hello, boolean sorted, Text out) {
        numbers.clear();
        ExtensionCursor extensions = hello.extensions();
        while (extensions.next()) {
            int type = extensions.type();
            // both are in the readable part, and vary with where the client goes
            if (!sorted || (type != Extension.SERVER_NAME && type != Extension.ALPN)) {
                keep(type);
            }
        }
        if (sorted) {
            numbers.sort();
        }
        list(out);
        numbers.clear();
        if (extensions.find(Extension.SIGNATURE_ALGORITHMS, data) && data.length() >= 2) {
            int end = Math.min(data.length(), 2 + data.u16(0));
            for (int i = 2; i + 1 < end; i += 2) {
                keep(data.u16(i));
            }
        }
        if (numbers.size() > 0) {
            list(out.add('_'));
        }
    }

    private void suites(ClientHelloView hello) {
        numbers.clear();
        for (int i = 0, count = hello.cipherSuiteCount(); i < count; i++) {
            keep(hello.cipherSuite(i));
        }
    }

    private void keep(int number) {
        if (!Grease.is(number)) {
            numbers.add(number);
        }
    }

    private void count(Text out) {
        int count = Math.min(numbers.size(), 99);
        out.add((char) ('0' + count / 10)).add((char) ('0' + count % 10));
    }

    private void list(Text out) {
        int start = out.length();
        for (int i = 0; i < numbers.size(); i++) {
            out.hex16(numbers.get(i)).add(',');
        }
        out.endList(start);
    }

    /** DTLS counts its versions down: 0xfefc is above 0xfefd. */
    private static int highestVersion(ClientHelloView hello) {
        Span offered = hello.supportedVersions();
        int highest = -1;
        for (int i = 0; i + 1 < offered.length(); i += 2) {
            int version = offered.u16(i);
            if (!Grease.is(version) && (highest < 0 || isHigher(version, highest))) {
                highest = version;
            }
        }
        return highest < 0 ? hello.legacyVersion() : highest;
    }

    private static boolean isHigher(int version, int other) {
        boolean bothDatagram = version >> 8 == 0xfe && other >> 8 == 0xfe;
        return bothDatagram ? version < other : version > other;
    }

    private static String version(int code) {
        return switch (code) {
            case 0x0304 -> "13";
            case 0x0303 -> "12";
            case 0x0302 -> "11";
            case 0x0301 -> "10";
            case 0x0300 -> "s3";
            case 0x0002 -> "s2";
            case 0xfeff -> "d1";
            case 0xfefd -> "d2";
            case 0xfefc -> "d3";
            default -> "00";
        };
    }

    /** First and last character of the first protocol's name; digits of its hexadecimal form if they are not letters or digits. */
    private void firstProtocol(ExtensionCursor extensions, Text out) {
        int place = extensions.find(Extension.ALPN, data) ? firstName() : -1;
        int length = place < 0 ? 0 : data.u8(place);
        if (length == 0) {
            out.add('0').add('0');
            return;
        }
        int first = data.u8(place + 1);
        int last = data.u8(place + length);
        if (isAlphanumeric(first) && isAlphanumeric(last)) {
            out.add((char) first).add((char) last);
        } else {
            out.add(Character.forDigit(first >> 4, 16)).add(Character.forDigit(last & 0xf, 16));
        }
    }

    /** Index of the length byte of the first name that is not GREASE (RFC 8701 section 2); -1 if there is none. */
    private int firstName() {
        int end = data.length() < 2 ? 0 : Math.min(data.length(), 2 + data.u16(0));
        int place = 2;
        while (place < end && place + data.u8(place) < end) {
            if (data.u8(place) != 2 || !Grease.is(data.u16(place + 1))) {
                return place;
            }
            place += 3;
        }
        return -1;
    }

    private static boolean isAlphanumeric(int b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
