package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Signatures;
import java.security.PublicKey;
import java.util.Arrays;

/** Content, the algorithm that it is signed with, and the signature. */
public final class SignedBytes {
    private final byte[] content;
    private final byte[] algorithm;
    private final byte[] signature;

    private SignedBytes(byte[] content, byte[] algorithm, byte[] signature) {
        this.content = content;
        this.algorithm = algorithm;
        this.signature = signature;
    }

    /** Steps over the three elements that every signed structure has. */
    static SignedBytes read(DerCursor structure) throws DerException {
        byte[] content = structure.element();
        byte[] algorithm = structure.element();
        byte[] bits = structure.enter(DerCursor.BIT_STRING).rest();
        if (bits.length < 2) {
            throw new DerException(0, "a signature without octets");
        }
        return new SignedBytes(content, algorithm, Arrays.copyOfRange(bits, 1, bits.length));
    }

    DerCursor content() throws DerException {
        return DerCursor.over(content).enter(DerCursor.SEQUENCE);
    }

    boolean hasAlgorithm(byte[] other) {
        return Arrays.equals(algorithm, other);
    }

    /** Octets that are hashed to verify the signature. */
    public int length() {
        return content.length;
    }

    /** Whether this key made the signature. */
    public Signatures.Outcome check(PublicKey key) {
        return Signatures.check(content, algorithm, signature, key);
    }
}
