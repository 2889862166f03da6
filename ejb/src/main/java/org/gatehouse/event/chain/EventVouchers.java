package org.gatehouse.event.chain;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.InstallationKeys;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.chain.ChainEnds;

/**
 * Signs what is in the audit log with keys that are made from the installation's secrets and are not in the database: HMAC-SHA-256 (RFC
 * 2104). The newest secret signs, all of them are accepted.
 */
@ApplicationScoped
public class EventVouchers {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private InstallationKeys installation;

    private List<SecretKeySpec> keys;

    public EventVouchers() {
    }

    EventVouchers(List<byte[]> secrets) {
        keys = secrets.stream().map(EventVouchers::key).toList();
    }

    @PostConstruct
    void open() {
        keys = installation.deriveEach("event voucher").stream().map(EventVouchers::key).toList();
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The voucher that the event is to carry. */
    public String of(AuditEvent event) {
        return sign(keys.get(0), textOf(EventContent.digest(event)));
    }

    /** Whether the event carries a voucher of this installation, for what it says now. */
    boolean vouches(AuditEvent event, String digest) {
        return event.getVoucher() != null && isSigned(textOf(digest), event.getVoucher());
    }

    /** The ends of a chain with the voucher for them. */
    ChainEnds signed(ChainEnds ends) {
        return new ChainEnds(ends.begun(), ends.baseSeq(), ends.baseHash(), ends.lastSeq(), ends.lastHash(), sign(keys.get(0), textOf(ends)));
    }

    /** Whether the ends are as this installation has written them. A chain without any link has not been signed yet. */
    boolean vouches(ChainEnds ends) {
        return ends.voucher().isEmpty() ? ends.lastSeq() == 0 : isSigned(textOf(ends), ends.voucher());
    }

    private boolean isSigned(String text, String voucher) {
        return keys.stream().anyMatch(key -> Digests.equal(sign(key, text), voucher));
    }

    private static String textOf(String digest) {
        return "event\n" + digest;
    }

    private static String textOf(ChainEnds ends) {
        return String.join("\n", "chain", ends.begun().toString(), String.valueOf(ends.baseSeq()), ends.baseHash(),
                String.valueOf(ends.lastSeq()), ends.lastHash());
    }

    private static String sign(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
