package dev.interloper.core.compare;

import dev.interloper.core.compare.Rows.Remark;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two servers' answers. A difference counts only where both clients had offered what it takes. */
final class AnswerRows {

    /** Extensions with aspects of their own, and one that depends on the session. */
    private static final Set<Integer> OF_THEIR_OWN =
            Set.of(Extension.ALPN, Extension.SESSION_TICKET, Extension.PRE_SHARED_KEY);

    private final @Nullable Answer seen;
    private final @Nullable Answer reference;
    private final Rows rows;

    private AnswerRows(@Nullable Answer seen, @Nullable Answer reference, Rows rows) {
        this.seen = seen;
        this.reference = reference;
        this.rows = rows;
    }

    static void add(Rows rows, Optional<Answer> seen, Optional<Answer> reference) {
        new AnswerRows(seen.orElse(null), reference.orElse(null), rows).add();
    }

    private void add() {
        add(Aspect.VERSION, answer -> Optional.of(answer.version().toString()), this::version);
        add(
                Aspect.DOWNGRADE_SENTINEL,
                answer -> answer.speaksTls13().map(later -> later ? "speaks TLS 1.3" : "no mark of TLS 1.3"),
                (a, b) -> Remark.matters(
                        "a server that speaks TLS 1.3 must mark its random value when it agrees on less, so that these are"
                                + " two servers, or two settings"));
        add(
                Aspect.CIPHER_SUITE,
                answer -> Optional.of(Registry.CIPHER_SUITES.nameOf(answer.suite())),
                AnswerRows::suite);
        add(
                Aspect.KEY_SHARE_GROUP,
                answer -> answer.group().stream()
                        .mapToObj(Registry.SUPPORTED_GROUPS::nameOf)
                        .findFirst(),
                AnswerRows::group);
        add(
                Aspect.HELLO_RETRY_REQUEST,
                answer -> answer.isTls13()
                        ? Optional.of(answer.isRetried() ? "asked for" : "not asked for")
                        : Optional.empty(),
                AnswerRows::retry);
        add(Aspect.HELLO_EXTENSIONS, answer -> Optional.of(names(answer.extensions())), AnswerRows::extensions);
        add(Aspect.APPLICATION_PROTOCOL, Answer::protocol, AnswerRows::protocol);
        add(Aspect.SESSION_TICKET, answer -> given(answer.ticket()), AnswerRows::ticket);
        add(
                Aspect.OCSP_STAPLE,
                answer -> given(answer.staple()),
                (a, b) -> Remark.innocent("servers staple when they have fetched a response"));
    }

    private interface Judgement {
        Remark of(Answer seen, Answer reference);
    }

    private void add(Aspect aspect, Function<Answer, Optional<String>> value, Judgement judgement) {
        rows.add(
                aspect,
                Optional.ofNullable(seen).flatMap(value),
                Optional.ofNullable(reference).flatMap(value),
                () -> seen == null || reference == null ? Remark.NONE : judgement.of(seen, reference));
    }

    private static Optional<String> given(Optional<Boolean> what) {
        return what.map(there -> there ? "given" : "none");
    }

    private static String names(List<Integer> extensions) {
        return extensions.isEmpty()
                ? "none"
                : extensions.stream().map(Registry.EXTENSION_TYPES::nameOf).collect(Collectors.joining(", "));
    }

    private Remark version(Answer here, Answer there) {
        TlsVersion ours = here.version();
        TlsVersion theirs = there.version();
        if (ours.asTls().code() < theirs.asTls().code()) {
            return here.offer().version(theirs)
                    ? Remark.matters("this client offered " + theirs + " too, and was given less")
                    : Remark.innocent("this client did not offer " + theirs);
        }
        return there.offer().version(ours)
                ? Remark.matters("the reference's client offered " + ours + " too, and was given less")
                : Remark.innocent("the reference's client did not offer " + ours);
    }

    private static Remark suite(Answer here, Answer there) {
        if (!here.version().equals(there.version())) {
            return Remark.innocent("the versions differ");
        }
        return sameChoice(
                here.offer().prefersSuite(here.suite(), there.suite()),
                there.offer().prefersSuite(here.suite(), there.suite()),
                here.offer().prefersSuite(there.suite(), here.suite()),
                there.offer().prefersSuite(there.suite(), here.suite()));
    }

    private static Remark group(Answer here, Answer there) {
        if (!here.version().equals(there.version())
                || here.group().isEmpty()
                || there.group().isEmpty()) {
            return Remark.innocent("the versions differ");
        }
        int ours = here.group().getAsInt();
        int theirs = there.group().getAsInt();
        boolean tls13 = here.isTls13();
        return sameChoice(
                here.offer().prefersGroup(ours, theirs, tls13),
                there.offer().prefersGroup(ours, theirs, tls13),
                here.offer().prefersGroup(theirs, ours, tls13),
                there.offer().prefersGroup(theirs, ours, tls13));
    }

    /** Both clients offered both values in one order. */
    private static Remark sameChoice(boolean oursHere, boolean oursThere, boolean theirsHere, boolean theirsThere) {
        return (oursHere && oursThere) || (theirsHere && theirsThere)
                ? Remark.matters("both clients offered both in the same order")
                : Remark.innocent("the clients offered other ones");
    }

    private static Remark retry(Answer here, Answer there) {
        int wanted = there.group().orElse(-1);
        return here.isRetried() && here.offer().share(wanted)
                ? Remark.matters("this client had sent a key of the group that the reference's server takes")
                : Remark.innocent("the clients sent keys of other groups");
    }

    private static Remark extensions(Answer here, Answer there) {
        if (here.isTls13() != there.isTls13() || here.isResumed() != there.isResumed()) {
            return Remark.innocent("the versions, or whether a session is resumed, differ");
        }
        List<Integer> ours = here.extensions();
        List<Integer> theirs = there.extensions();
        if (!common(ours, theirs).equals(common(theirs, ours))) {
            return Remark.matters("a TLS stack writes them in an order of its own");
        }
        String lacking = named(theirs.stream()
                .filter(type -> !ours.contains(type) && here.offer().extension(type)));
        if (!lacking.isEmpty()) {
            return Remark.matters("this client offered " + lacking + " too, and got no answer to it");
        }
        String more = named(ours.stream()
                .filter(type -> !theirs.contains(type) && there.offer().extension(type)));
        return more.isEmpty()
                ? Remark.innocent("the clients offered other ones")
                : Remark.matters("the reference's client offered " + more + " too, and got no answer to it");
    }

    private static String named(Stream<Integer> types) {
        return types.filter(type -> !OF_THEIR_OWN.contains(type))
                .map(Registry.EXTENSION_TYPES::nameOf)
                .collect(Collectors.joining(", "));
    }

    private static List<Integer> common(List<Integer> of, List<Integer> with) {
        return of.stream().filter(with::contains).toList();
    }

    private static Remark protocol(Answer here, Answer there) {
        String ours = here.protocol().orElse(Answer.NO_PROTOCOL);
        String theirs = there.protocol().orElse(Answer.NO_PROTOCOL);
        if (!theirs.equals(Answer.NO_PROTOCOL) && here.offer().protocol(theirs)) {
            return Remark.matters("this client offered " + theirs + " too");
        }
        return !ours.equals(Answer.NO_PROTOCOL) && there.offer().protocol(ours)
                ? Remark.matters("the reference's client offered " + ours + " too")
                : Remark.innocent("the clients offered other ones");
    }

    private static Remark ticket(Answer here, Answer there) {
        boolean both = here.offer().extension(Extension.SESSION_TICKET)
                && there.offer().extension(Extension.SESSION_TICKET);
        if (!both || here.isResumed() != there.isResumed()) {
            return Remark.innocent("the clients did not both ask for one");
        }
        return Remark.matters("both clients asked for one");
    }
}
