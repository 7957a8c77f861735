package dev.interloper.core.signal;

import dev.interloper.core.spi.Signal;
import java.util.List;

/**
 * The signals that every inspection looks for. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class StandardSignals {

    private static final List<Signal> ALL = List.of(
            new PublicAnchorSignal(),
            new LocalAnchorSignal(),
            new NotPublicFormSignal(),
            new InternalProfileSignal(),
            new InternalToolSignal(),
            new ForgedTimestampSignal(),
            new VerifiedTimestampSignal(),
            new ClaimedPolicySignal(),
            new OwnIssuerKeySignal(),
            new EngineLikenessSignal(),
            new ImpersonationSignal(),
            new FalseIssuerSignal(),
            new KnownProductSignal(),
            new UnrelatedNamesSignal(),
            new SharedIssuerSignal(),
            new SharedKeySignal(),
            new RepeatedSerialSignal(),
            new ChangedLeafSignal(),
            new CanarySignal(),
            new MissingMarksSignal(),
            new PseudoTlsSignal(),
            new MintingTimeSignal(),
            new ValidityPeriodSignal(),
            new SerialSignal(),
            new WeakKeySignal(),
            new FlightSplitSignal(),
            new SlowReplySignal(),
            new ChangedHopsSignal(),
            new DowngradeSignal(),
            new OldVersionSignal(),
            new WeakCipherSignal(),
            new UnansweredAlpnSignal(),
            new ClockInRandomSignal(),
            new HelloRetrySignal(),
            new ClientRejectionSignal(),
            new HostnameSignal(),
            new UnseenCertificateSignal(),
            new TunnelSignal(),
            new ReferenceStandingSignal(),
            new ForgedFromReferenceSignal(),
            new ReferenceIssuerSignal(),
            new ReferenceKeySignal(),
            new PinnedKeySignal(),
            new ReferenceStackSignal(),
            new ReferenceSameSignal(),
            new ReferenceRotationSignal());

    private StandardSignals() {}

    /**
     * All of them.
     *
     * @return in no order of importance
     */
    public static List<Signal> all() {
        return ALL;
    }
}
