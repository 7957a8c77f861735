package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.ExtensionCursor;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.message.Span;

/** Writes the text that JA3 hashes: decimal numbers, joined by dashes into fields, joined by commas. */
final class Ja3Text {

    private static final int EC_POINT_FORMATS = 11;

    private final Numbers numbers = new Numbers();
    private final Span data = new Span();

    void client(ClientHelloView hello, boolean sorted, Text out) {
        out.clear().decimal(hello.legacyVersion()).add(',');
        numbers.clear();
        for (int i = 0, count = hello.cipherSuiteCount(); i < count; i++) {
            keep(hello.cipherSuite(i));
        }
        list(out).add(',');
        numbers.clear();
        ExtensionCursor extensions = hello.extensions();
        while (extensions.next()) {
            keep(extensions.type());
        }
        if (sorted) {
            numbers.sort();
        }
        list(out).add(',');
        numbers.clear();
        if (extensions.find(Extension.SUPPORTED_GROUPS, data) && data.length() >= 2) {
            int end = Math.min(data.length(), 2 + data.u16(0));
            for (int i = 2; i + 1 < end; i += 2) {
                keep(data.u16(i));
            }
        }
        list(out).add(',');
        numbers.clear();
        if (extensions.find(EC_POINT_FORMATS, data) && !data.isEmpty()) {
            int end = Math.min(data.length(), 1 + data.u8(0));
            for (int i = 1; i < end; i++) {
                numbers.add(data.u8(i));
            }
        }
        list(out);
    }

    void server(ServerHelloView hello, Text out) {
        out.clear().decimal(hello.legacyVersion()).add(',');
        out.decimal(hello.cipherSuite()).add(',');
        numbers.clear();
        ExtensionCursor extensions = hello.extensions();
        while (extensions.next()) {
            numbers.add(extensions.type());
        }
        list(out);
    }

    private void keep(int number) {
        if (!Grease.is(number)) {
            numbers.add(number);
        }
    }

    private Text list(Text out) {
        int start = out.length();
        for (int i = 0; i < numbers.size(); i++) {
            out.decimal(numbers.get(i)).add('-');
        }
        return out.endList(start);
    }
}
