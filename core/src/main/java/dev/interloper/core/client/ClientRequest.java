package dev.interloper.core.client;

import dev.interloper.handshake.message.ClientHello;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of one client; ask it to {@link #inspect()}. Each method returns another one. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ClientRequest {

    /** How many header names are looked at; the first ones are. */
    public static final int MAX_HEADERS = 256;

    /** How many characters of a header's name are looked at. */
    public static final int MAX_HEADER_LENGTH = 128;

    private final ClientInspector inspector;
    private final ClientHello hello;
    private final @Nullable UserAgent userAgent;
    private final List<String> headerNames;

    ClientRequest(
            ClientInspector inspector, ClientHello hello, @Nullable UserAgent userAgent, List<String> headerNames) {
        this.inspector = inspector;
        this.hello = hello;
        this.userAgent = userAgent;
        this.headerNames = headerNames;
    }

    /**
     * Adds the value of the User-Agent header of a request on the same connection.
     *
     * @param text the value, of any length and content; blank is the same as none
     * @return this with that user agent
     */
    public ClientRequest userAgent(String text) {
        Objects.requireNonNull(text, "text");
        return new ClientRequest(inspector, hello, text.isBlank() ? null : UserAgent.parse(text), headerNames);
    }

    /**
     * Adds the names of the headers of a request on the same connection.
     *
     * @param names in the order received, in either case; as they came from the client, before own proxies added theirs. Not more
     *     than {@value #MAX_HEADERS} are looked at, and {@value #MAX_HEADER_LENGTH} characters of each
     * @return this with those names
     */
    public ClientRequest headerNames(List<String> names) {
        List<String> kept = names.stream()
                .limit(MAX_HEADERS)
                .map(name -> name.length() > MAX_HEADER_LENGTH ? name.substring(0, MAX_HEADER_LENGTH) : name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return new ClientRequest(inspector, hello, userAgent, kept);
    }

    /**
     * Judges.
     *
     * @return the verdict with its evidence
     */
    public ClientVerdict inspect() {
        return inspector.inspect(hello, userAgent, headerNames);
    }
}
