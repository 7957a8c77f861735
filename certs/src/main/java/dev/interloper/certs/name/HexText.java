package dev.interloper.certs.name;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/** An attribute value that is no string, as RFC 2253 writes it. */
final class HexText {
    private HexText() {}

    static String of(ASN1Encodable value) {
        try {
            return "#" + HexFormat.of().formatHex(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            return "#";
        }
    }
}
