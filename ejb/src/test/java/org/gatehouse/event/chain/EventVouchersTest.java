package org.gatehouse.event.chain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.chain.ChainEnds;
import org.junit.jupiter.api.Test;

class EventVouchersTest {

    private static final byte[] OLD = Digests.sha256Bytes("old");
    private static final byte[] NEW = Digests.sha256Bytes("new");

    private final EventVouchers vouchers = new EventVouchers(List.of(OLD));

    @Test
    void vouchesForAnEventAsTheDatabaseGivesItBack() {
        AuditEvent written = event("{\"b\":{\"y\":1.50,\"x\":[1e2,true,null]},\"a\":\"ü\\n\"}");
        written.setVoucher(vouchers.of(written));
        AuditEvent read = event("{ \"a\": \"\\u00fc\\n\", \"b\": { \"x\": [100, true, null], \"y\": 1.5 } }");

        assertThat(vouchers.vouches(written, EventContent.digest(read))).isTrue();
    }

    @Test
    void doesNotVouchForAnyOtherEvent() {
        AuditEvent event = event("{\"a\":\"1\"}");
        event.setVoucher(vouchers.of(event));

        for (String other : List.of("{\"a\":1}", "{\"a\":\"1\",\"b\":null}", "{\"a\":[\"1\"]}", "{}", "{\"A\":\"1\"}")) {
            assertThat(vouchers.vouches(event, EventContent.digest(event(other)))).as(other).isFalse();
        }
    }

    @Test
    void doesNotVouchForAnEventWithoutAVoucherOrWithOneOfAnotherInstallation() {
        AuditEvent event = event("{}");
        assertThat(vouchers.vouches(event, EventContent.digest(event))).isFalse();

        event.setVoucher(new EventVouchers(List.of(NEW)).of(event));
        assertThat(vouchers.vouches(event, EventContent.digest(event))).isFalse();
    }

    @Test
    void acceptsWhatAFormerSecretHasSigned() {
        ChainEnds ends = vouchers.signed(ends(7));
        EventVouchers rotated = new EventVouchers(List.of(NEW, OLD));

        assertThat(rotated.vouches(ends)).isTrue();
        assertThat(vouchers.vouches(rotated.signed(ends(7)))).isFalse();
    }

    @Test
    void acceptsUnsignedEndsOnlyOfAChainWithoutLinks() {
        assertThat(vouchers.vouches(ends(0))).isTrue();
        assertThat(vouchers.vouches(ends(1))).isFalse();
        ChainEnds signed = vouchers.signed(ends(9));
        assertThat(vouchers.vouches(new ChainEnds(signed.begun(), 0, signed.baseHash(), 8, signed.lastHash(), signed.voucher()))).isFalse();
    }

    private static ChainEnds ends(long last) {
        return new ChainEnds(Instant.EPOCH, 0, "0".repeat(64), last, "a".repeat(64), "");
    }

    private static AuditEvent event(String context) {
        AuditEvent event = new AuditEvent();
        event.setId(new UUID(1, 2));
        event.setAction("login");
        event.setApp("app");
        event.setContext(json(context));
        event.setCreated(Instant.ofEpochSecond(1_700_000_000, 123_456_000));
        return event;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
