package dev.interloper.benchmarks;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.Pin;
import dev.interloper.certs.pin.PinCheck;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustCache;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.CertificatePinner;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A chain of a leaf and an intermediate below a root that is at hand, a fresh one in each call: the JDK's certificates remember
 * the key under which they verified, and its factory remembers certificates. Parsing alone is {@link #parse}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrustBenchmark {
    private static final String PATTERN = "**.shop.example";

    /** The kind of keys. */
    @Param({"rsa", "p256"})
    public String keys = "rsa";

    private final Provider bouncyCastle = new BouncyCastleProvider();
    private final ServerName host = ServerName.parse(SampleChain.HOST);
    private SampleChain samples = SampleChain.p256();
    private int next;
    private CertificateChain seen = CertificateChain.empty();
    private TrustEvaluator evaluator = TrustEvaluator.create();
    private TrustEvaluator caching = evaluator;
    private Set<TrustAnchor> anchors = Set.of();
    private PinPolicy pins = PinPolicy.builder().build();
    private PinPolicy otherPins = pins;
    private CertificatePinner okHttpPins = CertificatePinner.DEFAULT;
    private CertificatePinner otherOkHttpPins = okHttpPins;
    private List<X509Certificate> path = List.of();
    private List<PublicKeyHash> keysOfPath = List.of();

    /** Made by JMH. */
    public TrustBenchmark() {}

    /** Makes the chain. */
    @Setup
    public void prepare() {
        samples = keys.equals("rsa") ? SampleChain.rsa() : SampleChain.p256();
        X509Certificate root =
                CertificateChain.parse(List.of(samples.root())).leaf().orElseThrow();
        seen = CertificateChain.parse(samples.get(0));
        AnchorSet roots = AnchorSet.of("roots", List.of(root));
        evaluator = TrustEvaluator.builder().publicRoots(roots).build();
        caching = TrustEvaluator.builder()
                .publicRoots(roots)
                .cache(TrustCache.ofSize(100))
                .build();
        anchors = Set.of(new TrustAnchor(root, null));
        path = List.of(seen.certificates().get(0), seen.certificates().get(1), root);
        keysOfPath = path.stream().map(PublicKeyHash::of).toList();
        String pin = Pin.of(keysOfPath.get(1)).toString();
        String other = Pin.of(PublicKeyHash.fromHex("00".repeat(32))).toString();
        pins = PinPolicy.builder().add(PATTERN, pin).build();
        otherPins = PinPolicy.builder().add(PATTERN, other).build();
        okHttpPins = new CertificatePinner.Builder().add(PATTERN, pin).build();
        otherOkHttpPins = new CertificatePinner.Builder().add(PATTERN, other).build();
    }

    /**
     * What the four below have in common.
     *
     * @return the chain
     */
    @Benchmark
    public CertificateChain parse() {
        return CertificateChain.parse(samples.get(next++));
    }

    /**
     * The evaluator, the JDK's validator included.
     *
     * @return the report
     */
    @Benchmark
    public TrustReport evaluate() {
        return evaluator.evaluate(CertificateChain.parse(samples.get(next++)), host, SampleChain.AT);
    }

    /**
     * The JDK's validator alone.
     *
     * @return its result
     * @throws GeneralSecurityException never
     */
    @Benchmark
    public Object jdk() throws GeneralSecurityException {
        return validate(CertPathValidator.getInstance("PKIX"), CertificateFactory.getInstance("X.509"));
    }

    /**
     * Bouncy Castle's validator, over its own certificates.
     *
     * @return its result
     * @throws GeneralSecurityException never
     */
    @Benchmark
    public Object bouncyCastle() throws GeneralSecurityException {
        return validate(
                CertPathValidator.getInstance("PKIX", bouncyCastle),
                CertificateFactory.getInstance("X.509", bouncyCastle));
    }

    private PKIXCertPathValidatorResult validate(CertPathValidator validator, CertificateFactory factory)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] one : samples.get(next++)) {
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
        }
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(SampleChain.AT));
        return (PKIXCertPathValidatorResult) validator.validate(factory.generateCertPath(certificates), parameters);
    }

    /**
     * A chain that was judged before.
     *
     * @return the report
     */
    @Benchmark
    public TrustReport cached() {
        return caching.evaluate(seen, host, SampleChain.AT);
    }

    /**
     * A pin that is met, over keys that are hashed already.
     *
     * @return the outcome
     */
    @Benchmark
    public PinCheck pinHit() {
        return pins.matchKeys(SampleChain.HOST, keysOfPath, SampleChain.AT);
    }

    /**
     * A pin that is not met.
     *
     * @return the outcome
     */
    @Benchmark
    public PinCheck pinMiss() {
        return otherPins.matchKeys(SampleChain.HOST, keysOfPath, SampleChain.AT);
    }

    /**
     * A pin that is met, keys hashed in the call, as OkHttp does.
     *
     * @return the outcome
     */
    @Benchmark
    public PinCheck pinCertificatesHit() {
        return pins.match(SampleChain.HOST, path, SampleChain.AT);
    }

    /**
     * A pin that is not met, keys hashed in the call.
     *
     * @return the outcome
     */
    @Benchmark
    public PinCheck pinCertificatesMiss() {
        return otherPins.match(SampleChain.HOST, path, SampleChain.AT);
    }

    /**
     * OkHttp's pinner on the same path, and the same pin met.
     *
     * @return the pinner
     * @throws SSLPeerUnverifiedException never
     */
    @Benchmark
    public CertificatePinner okHttpHit() throws SSLPeerUnverifiedException {
        okHttpPins.check(SampleChain.HOST, path);
        return okHttpPins;
    }

    /**
     * OkHttp's pinner where no pin is met, which it says by an exception.
     *
     * @return the exception
     */
    @Benchmark
    public Exception okHttpMiss() {
        try {
            otherOkHttpPins.check(SampleChain.HOST, path);
            throw new IllegalStateException("the pin was met");
        } catch (SSLPeerUnverifiedException e) {
            return e;
        }
    }
}
