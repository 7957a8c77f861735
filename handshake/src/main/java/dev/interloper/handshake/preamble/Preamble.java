package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place where TLS begins on a connection that begins with something else. It looks at bytes only, so that how
 * they are cut into portions makes no difference; either direction may be missing. Not thread-safe.
 */
public final class Preamble {

    /** What is known of a direction. */
    public enum Outcome {
        /** TLS may still begin in it. */
        NEEDS_MORE,
        /** TLS begins at {@link Preamble#position}. */
        TLS,
        /** TLS will not begin in it. */
        FOREIGN
    }

    /** Protocols within each other, such as SMTP in SOCKS behind a PROXY line. */
    private static final int MAX_LAYERS = 8;

    private final int maxBytes;
    private final List<Layer> layers = new ArrayList<>(2);
    private final Side client = new Side();
    private final Side server = new Side();

    /**
     * A reader for one connection.
     *
     * @param maxBytes how much of a direction may come before TLS
     */
    public Preamble(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes the next bytes of a direction, from its first on, until its outcome is known.
     *
     * @param direction which way they travelled
     * @param bytes an array that holds them; not kept
     * @param offset index of the first
     * @param length how many
     * @return the direction's outcome; once it is known, it stays
     */
    public Outcome receive(Direction direction, byte[] bytes, int offset, int length) {
        Side side = side(direction);
        if (side.outcome != Outcome.NEEDS_MORE || length <= 0) {
            return side.outcome;
        }
        int room = Math.min(length, maxBytes - side.received);
        side.received += room;
        side.in.add(bytes, offset, room);
        side.outcome = side(direction.opposite()).outcome == Outcome.FOREIGN && direction == Direction.SERVER_TO_CLIENT
                ? Outcome.FOREIGN
                : read(direction, side);
        if (side.outcome == Outcome.TLS) {
            side.in.add(bytes, offset + room, length - room);
        } else if (side.outcome == Outcome.NEEDS_MORE && room < length) {
            side.exceeded = true;
            side.outcome = Outcome.FOREIGN;
        }
        if (side.outcome == Outcome.FOREIGN) {
            side.in.release();
        }
        return side.outcome;
    }

    private Outcome read(Direction direction, Side side) {
        while (side.in.available() > 0) {
            Fit tls = side.expectsTls ? TlsStart.expected(direction, side.in) : TlsStart.unexpected(direction, side.in);
            if (tls == Fit.YES) {
                tlsBegins(direction, side);
                return Outcome.TLS;
            }
            if (tls == Fit.PERHAPS) {
                return Outcome.NEEDS_MORE;
            }
            UpgradeGrammar grammar = grammar(direction, side);
            if (grammar == null) {
                return side.undecided ? Outcome.NEEDS_MORE : Outcome.FOREIGN;
            }
            Step step = step(grammar, direction, side);
            if (step == Step.MORE || step == Step.FOREIGN) {
                return step == Step.MORE ? Outcome.NEEDS_MORE : Outcome.FOREIGN;
            }
        }
        return Outcome.NEEDS_MORE;
    }

    /** What is spoken at a direction's place, null if that is not known yet or is nothing that comes before TLS. */
    private @Nullable UpgradeGrammar grammar(Direction direction, Side side) {
        side.undecided = false;
        if (side.layer < layers.size()) {
            return layers.get(side.layer).grammar;
        }
        if (side.layer >= MAX_LAYERS) {
            return null;
        }
        Grammars.Choice choice = Grammars.choose(direction, side.in);
        side.undecided = choice.fit() == Fit.PERHAPS;
        UpgradeGrammar grammar = choice.grammar();
        if (grammar != null) {
            layers.add(new Layer(grammar));
        }
        return grammar;
    }

    private Step step(UpgradeGrammar grammar, Direction direction, Side side) {
        long before = side.in.position();
        Step step = grammar.read(direction, side.in);
        if (step == Step.MORE || step == Step.FOREIGN) {
            return step;
        }
        side.expectsTls = step != Step.NEXT;
        if (side.expectsTls && side.in.position() > before) {
            noteOrder(layers.get(side.layer), direction, side);
        }
        if (step == Step.DONE) {
            side.layer++;
        }
        return step;
    }

    private void noteOrder(Layer layer, Direction direction, Side side) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            layer.requestEnd = side.in.position();
        } else if (layer.requestEnd >= 0 && client.received > layer.requestEnd) {
            layer.grammar.notes().pipelined();
        }
    }

    private void tlsBegins(Direction direction, Side side) {
        if (side.layer < layers.size()) {
            layers.get(side.layer).grammar.tlsBegins(direction);
        }
    }

    private Side side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    /**
     * Where TLS begins in a direction, or how far the direction is understood.
     *
     * @param direction which way its bytes travel
     * @return an offset in its byte stream
     */
    public long position(Direction direction) {
        return side(direction).in.position();
    }

    /**
     * Gives all bytes away that have come from the place on where TLS begins; some may have come before the last portion.
     *
     * @param direction which way they travelled
     * @return the first bytes of the direction's TLS stream; empty the second time
     */
    public byte[] takeRest(Direction direction) {
        Inbox in = side(direction).in;
        byte[] rest = in.rest();
        in.release();
        return rest;
    }

    /**
     * Whether a direction was given up because too much came before TLS.
     *
     * @param direction which way its bytes travel
     * @return true if it is {@link Outcome#FOREIGN} for that reason
     */
    public boolean exceeded(Direction direction) {
        return side(direction).exceeded;
    }

    /**
     * What was spoken, the outermost protocol first.
     *
     * @return empty if it is no protocol that comes before TLS
     */
    public List<Upgrade> upgrades() {
        return layers.stream()
                .map(layer -> layer.grammar.notes().build())
                .filter(upgrade -> upgrade.protocol() != UpgradeProtocol.TEXT || upgrade.attempts() > 0)
                .toList();
    }

    /**
     * Bytes of memory held, roughly.
     *
     * @return bytes
     */
    public int footprint() {
        return client.in.footprint() + server.in.footprint() + 512 * (1 + layers.size());
    }

    /** One direction. */
    private static final class Side {
        private final Inbox in = new Inbox();
        private Outcome outcome = Outcome.NEEDS_MORE;
        private boolean expectsTls = true;
        private boolean undecided;
        private boolean exceeded;
        private int layer;
        private int received;
    }

    /** One protocol, spoken by both directions, perhaps not at the same time. */
    private static final class Layer {
        private final UpgradeGrammar grammar;
        private long requestEnd = -1;

        private Layer(UpgradeGrammar grammar) {
            this.grammar = grammar;
        }
    }
}
