package dev.interloper.handshake.crypto;

import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Arrays;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/** Records under RC4 or under no encryption at all, with a MAC. */
final class StreamProtection extends RecordProtection {

    private final RecordMac mac;
    private @Nullable Rc4 stream;

    /** Without a stream nothing is encrypted. */
    StreamProtection(RecordMac mac, @Nullable Rc4 stream) {
        this.mac = mac;
        this.stream = stream;
    }

    @Override
    int decrypt(Header header, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        int content = length - mac.length();
        if (content < 0) {
            throw new SignatureException("no room for a MAC");
        }
        if (content > out.length) {
            throw new ShortBufferException();
        }
        byte[] plain = Arrays.copyOfRange(in, offset, offset + length);
        Rc4 next = stream == null ? null : stream.copy();
        if (next != null) {
            next.apply(plain);
        }
        mac.verify(header, plain, 0, content);
        stream = next;
        System.arraycopy(plain, 0, out, 0, content);
        return content;
    }
}
