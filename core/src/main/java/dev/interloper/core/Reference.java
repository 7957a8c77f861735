package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureSummary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A capture that was read to compare others with: of each host, the one connection that shows most. Connections are matched by
 * the name asked for, or by the server's address where none was. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Reference {

    /** The hosts of which a connection is kept; connections to further ones are passed over. */
    public static final int MAX_HOSTS = 4096;

    /** Genuine before intercepted: who intercepts one connection to a host may well intercept the undecided ones too. */
    private static final Comparator<View> MOST_TELLING = Comparator.comparingInt(View::rank)
            .thenComparing(view -> view.seen().at(), Comparator.reverseOrder())
            .thenComparing(
                    view -> view.seen().handshake().map(Handshake::toString).orElse(""));

    private final Map<String, View> views;
    private final CaptureSummary summary;
    private final long passedOver;
    private final boolean vouched;

    private Reference(Map<String, View> views, CaptureSummary summary, long passedOver, boolean vouched) {
        this.views = Map.copyOf(views);
        this.summary = summary;
        this.passedOver = passedOver;
        this.vouched = vouched;
    }

    /** A connection of the reference, and what it is worth. */
    private record View(Observation seen, ReferenceStanding standing) {

        int rank() {
            boolean certified = seen.chain().leaf().isPresent();
            return switch (standing) {
                case GENUINE -> 3;
                case INTERCEPTED -> 2;
                default -> certified ? 1 : 0;
            };
        }
    }

    static Reference read(Judge judge, Capture capture, @Nullable ServerName host) {
        Reference inFileOrder = readInOrder(judge, capture, host);
        return inFileOrder.summary().isOutOfTimeOrder() ? readInOrder(judge, capture.inTimeOrder(), host) : inFileOrder;
    }

    private static Reference readInOrder(Judge judge, Capture capture, @Nullable ServerName host) {
        Map<String, View> views = new HashMap<>();
        long[] passedOver = {0};
        CaptureSummary summary = capture.read(handshake -> {
            if (host != null && !Hosts.mayBe(handshake, host)) {
                return;
            }
            Inspection inspection = judge.handshake(handshake, host);
            String key = key(inspection.observation());
            if (views.size() >= MAX_HOSTS && !views.containsKey(key)) {
                passedOver[0]++;
                return;
            }
            views.merge(
                    key,
                    new View(inspection.observation(), standing(inspection)),
                    (first, second) -> MOST_TELLING.compare(first, second) >= 0 ? first : second);
        });
        return new Reference(views, summary, passedOver[0], false);
    }

    /** What a judged view is worth as a reference. A public certificate out of date is still its authority's. */
    static ReferenceStanding standing(Inspection inspection) {
        return switch (inspection.verdict().outcome()) {
            case INTERCEPTED -> ReferenceStanding.INTERCEPTED;
            case DIRECT -> ReferenceStanding.GENUINE;
            case INCONCLUSIVE ->
                isTheHostsPublicOne(inspection.observation()) ? ReferenceStanding.GENUINE : ReferenceStanding.UNDECIDED;
        };
    }

    private static boolean isTheHostsPublicOne(Observation seen) {
        return seen.isPubliclyAnchored()
                && seen.trust()
                        .filter(trust -> trust.anchorClass() != AnchorClass.PUBLIC_LEGACY)
                        .flatMap(trust -> trust.hostname())
                        .map(name -> name.matched())
                        .orElse(false);
    }

    /** Gives a connection its reference. One that asked for a name is not compared with what a server shows to nobody's name. */
    void introduce(Observation.Builder known, Handshake handshake, @Nullable ServerName asked, ServerName address) {
        View view = asked == null ? null : views.get(asked.normalized());
        if (view == null && Hosts.named(handshake).isEmpty()) {
            view = views.get(address.normalized());
        }
        if (view == null) {
            known.referenceMissing();
        } else {
            known.reference(view.seen(), worth(view));
        }
    }

    /** Nobody can vouch for a certificate that was not seen, nor for one that is known to be forged. */
    private ReferenceStanding worth(View view) {
        boolean byWord = vouched
                && view.standing() == ReferenceStanding.UNDECIDED
                && view.seen().chain().leaf().isPresent();
        return byWord ? ReferenceStanding.GENUINE : view.standing();
    }

    private static String key(Observation seen) {
        return seen.serverName().map(ServerName::normalized).orElse("");
    }

    /**
     * The same reference, taken at its owner's word: where nothing decides whether a view is the server itself, it counts as
     * {@link ReferenceStanding#GENUINE}. Only for captures from where interception is known to be out of the question, such as
     * beside the server; views that are seen to be intercepted stay so.
     *
     * @return the reference that is believed
     */
    public Reference vouched() {
        return new Reference(views, summary, passedOver, true);
    }

    /**
     * The connection that stands for a host.
     *
     * @param host a host name or an IP address
     * @return empty where the capture has none
     */
    public Optional<Observation> view(String host) {
        return Optional.ofNullable(views.get(ServerName.parse(host).normalized()))
                .map(View::seen);
    }

    /**
     * How many hosts it holds.
     *
     * @return at most {@link #MAX_HOSTS}
     */
    public int hosts() {
        return views.size();
    }

    /**
     * How many connections were not looked at because there were too many hosts before them.
     *
     * @return 0 for all but the largest captures
     */
    public long passedOver() {
        return passedOver;
    }

    /**
     * What reading the capture came to.
     *
     * @return the counts, and why it could not be read to its end if it could not
     */
    public CaptureSummary summary() {
        return summary;
    }

    /** The number of hosts and the summary. */
    @Override
    public String toString() {
        return hosts() + " hosts of " + summary;
    }
}
