package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** Finds the timestamps in an OCSP response (RFC 6960 4.2.1). Its own signature does not matter: theirs do. */
final class OcspScts {
    private static final byte[] SCTS = HexFormat.of().parseHex("2b06010401d679020405");
    private static final int ENUMERATED = 0x0a;
    private static final int TIME = 0x18;
    private static final int EXPLICIT_0 = 0xa0;
    private static final int EXPLICIT_1 = 0xa1;

    /** A response is about one certificate, rarely about a handful. */
    private static final int MAX_RESPONSES = 64;

    private static final int MAX_EXTENSIONS = 64;

    private OcspScts() {}

    static SctList of(byte[] response, BigInteger serial) {
        try {
            DerCursor outer = DerCursor.over(response).enter(DerCursor.SEQUENCE);
            outer.enter(ENUMERATED);
            if (outer.peekTag() != EXPLICIT_0) {
                return SctList.empty(); // an error of the responder
            }
            DerCursor bytes = outer.enter(EXPLICIT_0).enter(DerCursor.SEQUENCE);
            bytes.enter(DerCursor.OID);
            DerCursor data = DerCursor.over(bytes.enter(DerCursor.OCTET_STRING).rest())
                    .enter(DerCursor.SEQUENCE)
                    .enter(DerCursor.SEQUENCE);
            if (data.peekTag() == EXPLICIT_0) {
                data.enter(); // version
            }
            data.enter(); // responder
            data.enter(TIME);
            DerCursor responses = data.enter(DerCursor.SEQUENCE);
            for (int i = 0; responses.hasMore() && i < MAX_RESPONSES; i++) {
                DerCursor single = responses.enter(DerCursor.SEQUENCE);
                if (serial(single.enter(DerCursor.SEQUENCE)).equals(serial)) {
                    return scts(single);
                }
            }
            return SctList.empty();
        } catch (DerException e) {
            return SctList.broken(SctOrigin.OCSP, "the OCSP response does not parse: " + e.getMessage());
        }
    }

    private static BigInteger serial(DerCursor certId) throws DerException {
        certId.enter(DerCursor.SEQUENCE);
        certId.enter(DerCursor.OCTET_STRING);
        certId.enter(DerCursor.OCTET_STRING);
        byte[] octets = certId.enter(DerCursor.INTEGER).rest();
        return octets.length == 0 ? BigInteger.ZERO : new BigInteger(octets);
    }

    private static SctList scts(DerCursor single) throws DerException {
        single.enter(); // status
        single.enter(TIME);
        if (single.peekTag() == EXPLICIT_0) {
            single.enter(); // next update
        }
        if (single.peekTag() != EXPLICIT_1) {
            return SctList.empty();
        }
        DerCursor extensions = single.enter(EXPLICIT_1).enter(DerCursor.SEQUENCE);
        for (int i = 0; extensions.hasMore() && i < MAX_EXTENSIONS; i++) {
            DerCursor extension = extensions.enter(DerCursor.SEQUENCE);
            boolean wanted = Arrays.equals(extension.enter(DerCursor.OID).rest(), SCTS);
            if (extension.peekTag() == DerCursor.BOOLEAN) {
                extension.enter();
            }
            if (wanted) {
                return SctList.wrapped(extension.enter(DerCursor.OCTET_STRING), SctOrigin.OCSP);
            }
        }
        return SctList.empty();
    }
}
