package dev.interloper.handshake.message;

/** Narrows a span from an extension's contents to what is inside; a list longer than its extension is none. */
final class ExtensionLists {

    private ExtensionLists() {}

    /** The contents of a vector behind an 8-bit length. */
    static void list8(Span data) {
        if (data.isEmpty() || data.u8(0) >= data.length()) {
            data.clear();
        } else {
            data.set(data.source(), data.offset() + 1, data.u8(0));
        }
    }

    /** The first name of type host_name. */
    static void hostName(Span data) {
        int end = data.length() < 2 ? 0 : 2 + data.u16(0);
        int place = 2;
        while (end <= data.length() && place + 3 <= end) {
            int length = data.u16(place + 1);
            if (length > end - place - 3) {
                break;
            }
            if (data.u8(place) == 0) {
                data.set(data.source(), data.offset() + place + 3, length);
                return;
            }
            place += 3 + length;
        }
        data.clear();
    }
}
