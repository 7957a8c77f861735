package dev.interloper.core.diagnosis;

/**
 * What users see, as far as it tells where to look.
 *
 * @since 0.1
 */
public enum Symptom {
    /** Audio and video work: they go over UDP 3478 where they can. */
    MEDIA_WORKS(FactCodes.MEDIA_WORKS, "audio and video work"),
    /** Desktop sharing or file transfer fails: they need the relay's TCP port 443. */
    SHARING_FAILS(FactCodes.SHARING_FAILS, "desktop sharing or file transfer fails"),
    /** An application fails where a browser works. */
    APPLICATION_FAILS(FactCodes.APPLICATION_FAILS, "an application fails where a browser works"),
    /** The same works from another network. */
    ONLY_HERE(FactCodes.ONLY_HERE, "the same works from another network"),
    /** The network is open to strangers. */
    OPEN_NETWORK(FactCodes.OPEN_NETWORK, "the network is open to strangers"),
    /** A media relay of Microsoft's kind (Lync, Skype for Business A/V Edge) is expected there. */
    MICROSOFT_RELAY(FactCodes.EXPECT_MICROSOFT, "a media relay of Microsoft's kind is expected there"),
    /** A media relay of Google's kind is expected there. */
    GOOGLE_RELAY(FactCodes.EXPECT_GOOGLE, "a media relay of Google's kind is expected there");

    private final String code;
    private final String statement;

    Symptom(String code, String statement) {
        this.code = code;
        this.statement = statement;
    }

    /**
     * The symptom as the rules know it.
     *
     * @return a fact
     */
    public Fact fact() {
        return Fact.of(code, statement);
    }
}
