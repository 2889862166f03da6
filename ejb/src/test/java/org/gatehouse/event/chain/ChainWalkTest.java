package org.gatehouse.event.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.chain.AuditReport.Fault;
import org.gatehouse.event.chain.AuditReport.Kind;
import org.gatehouse.model.event.chain.ChainEnds;
import org.gatehouse.model.event.chain.EventLink;
import org.gatehouse.type.InvalidInput;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final String START = "0".repeat(64);

    private final List<EventLink> links = chain(START, 0, 5);

    @Test
    void findsNothingInAWholeChain() {
        assertThat(walk(links, ends(0, START), Optional.empty())).isEmpty();
        assertThat(walk(links.subList(2, 5), ends(2, links.get(1).hash()), Optional.empty())).isEmpty();
        assertThat(walk(List.of(), new ChainEnds(Instant.EPOCH, 0, START, 0, START, ""), Optional.empty())).isEmpty();
    }

    @Test
    void findsALinkThatWasTakenOut() {
        links.remove(2);

        assertThat(walk(links, ends(0, START), Optional.empty())).contains(new Fault(Kind.LINK_MISSING, 3, Optional.empty()));
    }

    @Test
    void findsATailThatWasCutOff() {
        assertThat(walk(links.subList(0, 3), new ChainEnds(Instant.EPOCH, 0, START, 5, links.get(4).hash(), ""), Optional.empty()))
                .contains(new Fault(Kind.LINK_MISSING, 4, Optional.empty()));
    }

    @Test
    void findsALinkThatWasChanged() {
        EventLink link = links.get(1);
        links.set(1, new EventLink(link.seq(), link.eventId(), link.digest(), link.expires().minusSeconds(1), true, link.hash()));

        assertThat(walk(links, ends(0, START), Optional.empty()).orElseThrow().kind()).isEqualTo(Kind.LINK_CHANGED);
    }

    @Test
    void findsAChainThatWasMadeAnewFromSomewhereOn() {
        List<EventLink> forged = new ArrayList<>(links.subList(0, 2));
        forged.addAll(chain(links.get(1).hash(), 2, 3));

        assertThat(walk(forged, ends(0, START), Optional.empty()).orElseThrow().kind()).isEqualTo(Kind.LINK_CHANGED);
    }

    @Test
    void holdsTheChainAgainstALinkThatWasNotedDown() {
        ChainEnds ends = ends(0, START);
        assertThat(walk(links, ends, Optional.of(new AuditAnchor(4, links.get(3).hash())))).isEmpty();
        assertThat(walk(links, ends, Optional.of(new AuditAnchor(4, links.get(2).hash()))).orElseThrow().kind()).isEqualTo(Kind.ANCHOR_LOST);
        assertThat(walk(links, ends, Optional.of(new AuditAnchor(6, links.get(2).hash()))).orElseThrow().kind()).isEqualTo(Kind.ANCHOR_LOST);
    }

    @Test
    void refusesAnAnchorThatIsNone() {
        assertThat(AuditAnchor.read(null)).isEmpty();
        for (String text : List.of("7", "7:", ":" + START, "7:xyz", "-1:" + START)) {
            assertThatThrownBy(() -> AuditAnchor.read(text)).isInstanceOf(InvalidInput.class);
        }
    }

    private Optional<Fault> walk(List<EventLink> given, ChainEnds ends, Optional<AuditAnchor> anchor) {
        ChainWalk walk = new ChainWalk(ends, anchor);
        for (EventLink link : given) {
            Optional<Fault> fault = walk.step(link);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return walk.end();
    }

    private static ChainEnds ends(long base, String baseHash) {
        return new ChainEnds(Instant.EPOCH, base, baseHash, 5, chain(START, 0, 5).get(4).hash(), "");
    }

    private static List<EventLink> chain(String before, long from, int count) {
        List<EventLink> chain = new ArrayList<>();
        String hash = before;
        for (long seq = from + 1; seq <= from + count; seq++) {
            EventLink link = ChainHash.next(hash, seq, new UUID(before.equals(START) ? 0 : 1, seq), "d" + seq, Instant.EPOCH.plusSeconds(seq), true);
            chain.add(link);
            hash = link.hash();
        }
        return chain;
    }
}
