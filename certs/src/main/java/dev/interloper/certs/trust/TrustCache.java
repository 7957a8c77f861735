package dev.interloper.certs.trust;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers reports, for callers that judge the same chains again and again.
 *
 * <pre>{@code
 * TrustEvaluator evaluator = TrustEvaluator.builder().cache(TrustCache.ofSize(1_000)).build();
 * }</pre>
 *
 * <p>A report is given again for the same chain, host, e-mail address, purpose and policies, by the same evaluator, as long
 * as no certificate of the chain or of an anchor begins or ceases to be valid in between. What is not remembered: requests
 * with revocation data, reports of certificates that are not valid, and anything judged by checks of the caller's own, which
 * may look at the time.
 *
 * <p>Thread-safe, and may be shared by evaluators, which do not see each other's reports. It holds so many reports at the most,
 * with their chains; those unused for longest go first.
 *
 * @since 0.1
 */
public final class TrustCache {
    private static final int MOST = 1_000_000;

    private final Map<CacheKey, CachedReport> reports;

    private TrustCache(int size) {
        this.reports = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<CacheKey, CachedReport> eldest) {
                return size() > size;
            }
        };
    }

    /**
     * An empty cache.
     *
     * @param reports how many reports it holds at the most, 1 to 1,000,000
     * @return the cache
     * @throws IllegalArgumentException if the number is outside of that
     */
    public static TrustCache ofSize(int reports) {
        if (reports < 1 || reports > MOST) {
            throw new IllegalArgumentException("reports must be 1 to " + MOST + ": " + reports);
        }
        return new TrustCache(reports);
    }

    /**
     * How many reports it holds.
     *
     * @return the number
     */
    public int size() {
        synchronized (reports) {
            return reports.size();
        }
    }

    Optional<TrustReport> find(CacheKey key, TrustRequest request) {
        CachedReport found;
        synchronized (reports) {
            found = reports.get(key);
        }
        return found != null && found.holdsAt(request.at())
                ? Optional.of(found.report().answering(request))
                : Optional.empty();
    }

    void remember(CacheKey key, TrustReport report) {
        CachedReport.of(report).ifPresent(cached -> {
            synchronized (reports) {
                reports.put(key, cached);
            }
        });
    }
}
