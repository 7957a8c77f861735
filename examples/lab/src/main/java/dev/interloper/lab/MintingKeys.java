package dev.interloper.lab;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** The interceptor's keys: a leaf is forged when the first client asks for its host, and shown ever after. */
final class MintingKeys extends X509ExtendedKeyManager {
    private final Minter minter;
    private final Map<String, List<X509Certificate>> origins;
    private final Clock clock;
    private final Map<String, Identity> forged = new HashMap<>();

    MintingKeys(Minter minter, Map<String, List<X509Certificate>> origins, Clock clock) {
        this.minter = minter;
        this.origins = origins;
        this.clock = clock;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return choose(keyType, ((SSLSocket) socket).getHandshakeSession());
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return choose(keyType, engine.getHandshakeSession());
    }

    private @Nullable String choose(String keyType, SSLSession session) {
        return ((ExtendedSSLSession) session)
                .getRequestedServerNames().stream()
                        .map(name -> new SNIHostName(name.getEncoded()).getAsciiName())
                        .filter(origins::containsKey)
                        .filter(host -> identity(host).key().getAlgorithm().equals(keyType))
                        .findFirst()
                        .orElse(null);
    }

    private synchronized Identity identity(String host) {
        return forged.computeIfAbsent(host, unseen -> {
            try {
                return minter.forge(origins.get(unseen), clock.instant());
            } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
                throw new IllegalStateException("cannot forge " + unseen, e);
            }
        });
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return origins.keySet().toArray(String[]::new);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
