package dev.interloper.handshake.record;

/**
 * What a record carries (RFC 8446 section 5.1). An open set: unknown numbers keep their number. Immutable.
 *
 * @param code the 8-bit number
 * @since 0.1
 */
public record ContentType(int code) {

    /** change_cipher_spec, 20. */
    public static final ContentType CHANGE_CIPHER_SPEC = new ContentType(20);
    /** alert, 21. */
    public static final ContentType ALERT = new ContentType(21);
    /** handshake, 22. */
    public static final ContentType HANDSHAKE = new ContentType(22);
    /** application_data, 23; in TLS 1.3 also every encrypted handshake message. */
    public static final ContentType APPLICATION_DATA = new ContentType(23);

    /**
     * The type of a number.
     *
     * @param code the 8-bit number
     * @return the type; the known ones are always the same objects
     */
    public static ContentType of(int code) {
        return switch (code) {
            case 20 -> CHANGE_CIPHER_SPEC;
            case 21 -> ALERT;
            case 22 -> HANDSHAKE;
            case 23 -> APPLICATION_DATA;
            default -> new ContentType(code);
        };
    }

    /** The registered name, or the number. */
    @Override
    public String toString() {
        return switch (code) {
            case 20 -> "change_cipher_spec";
            case 21 -> "alert";
            case 22 -> "handshake";
            case 23 -> "application_data";
            case 24 -> "heartbeat";
            default -> "content type " + code;
        };
    }
}
