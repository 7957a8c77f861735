package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** UTCTime and GeneralizedTime in the one form of each that DER allows (RFC 5280 4.1.2.5). */
final class DerTime {
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;

    private DerTime() {}

    static boolean isNext(DerCursor cursor) {
        return cursor.peekTag() == UTC_TIME || cursor.peekTag() == GENERALIZED_TIME;
    }

    static Instant read(DerCursor cursor) throws DerException {
        boolean utc = cursor.peekTag() == UTC_TIME;
        byte[] content = (utc ? cursor.enter() : cursor.enter(GENERALIZED_TIME)).rest();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!isDigitsAndZ(text, utc ? 12 : 14)) {
            throw new DerException(0, "not a time in UTC with seconds");
        }
        int year = utc ? century(number(text, 0, 2)) : number(text, 0, 4);
        int at = utc ? 2 : 4;
        try {
            return LocalDateTime.of(
                            year,
                            number(text, at, 2),
                            number(text, at + 2, 2),
                            number(text, at + 4, 2),
                            number(text, at + 6, 2),
                            number(text, at + 8, 2))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DerException(0, "no such date");
        }
    }

    private static boolean isDigitsAndZ(String text, int digits) {
        for (int i = 0; i < digits && i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == digits + 1 && text.charAt(digits) == 'Z';
    }

    private static int century(int year) {
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits, int at, int length) {
        return Integer.parseInt(digits, at, at + length, 10);
    }
}
