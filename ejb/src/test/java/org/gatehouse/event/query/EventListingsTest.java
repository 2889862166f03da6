package org.gatehouse.event.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.model.Listing;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelQuery;
import org.junit.jupiter.api.Test;

class EventListingsTest {

    @Test
    void ordersAllPartsTheSameWayAsOneIndexGivesThem() {
        assertThat(ordered("").orderBy()).isEqualTo("o.created DESC, o.id DESC");
        assertThat(ordered("created").orderBy()).isEqualTo("o.created, o.id");
        assertThat(ordered("-action").orderBy()).isEqualTo("o.action DESC, o.created DESC, o.id DESC");
        assertThat(ordered("user").orderBy()).isEqualTo("o.actor ->> 'username', o.created, o.id");
    }

    @Test
    void ignoresAnOrderItDoesNotKnow() {
        assertThat(ordered("context; DROP TABLE audit_event").orderBy()).isEqualTo("o.created DESC, o.id DESC");
    }

    @Test
    void searchesForTheBeginningsOfWords() {
        Listing listing = searched("Alice@Example.com login");

        assertThat(listing.where()).contains("find_events(to_tsquery('simple', ?1)");
        assertThat(listing.parameters()).containsExactly("('Alice' <-> 'Example.com':*) & ('login':*)");
    }

    @Test
    void letsNoSignOfASearchMeanAnything() {
        assertThat(searched("a' | !b & (c:*) \\d <->").parameters()).containsExactly("('a':*) & ('b':*) & ('c':*) & ('d':*)");
    }

    @Test
    void findsNothingForASearchWithoutAWord() {
        Listing listing = searched("'\"()");

        assertThat(listing.where()).endsWith("AND 1 = 0");
        assertThat(listing.parameters()).isEmpty();
    }

    @Test
    void looksForFrequentWordsOnTheWayBackFromTheNewestEvent() {
        EventListings.Question question = new EventListings(words -> 500).of(new ModelQuery("login", Map.of(), "", 1, 20));

        assertThat(question.listing().where()).doesNotContain("find_events").contains("@@ to_tsquery('simple', ?1)");
        assertThat(question.share()).contains(0.25);
    }

    @Test
    void boundsASearch() {
        assertThat(searched("x".repeat(5000)).parameters().get(0).toString()).hasSizeLessThan(110);
        String many = IntStream.range(0, 500).mapToObj(number -> "y" + number).collect(Collectors.joining(" "));
        assertThat(searched(many).parameters().get(0).toString()).hasSizeLessThan(300);
        assertThat(searched(many.replace(' ', '-')).parameters().get(0).toString()).hasSizeLessThan(300);
    }

    @Test
    void namesAFilterWhoseValueDoesNotFit() {
        assertThatThrownBy(() -> new EventListings(words -> 0).of(new ModelQuery("", Map.of("pk", List.of("seven")), "", 1, 20)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("pk");
    }

    private static Listing ordered(String ordering) {
        return new EventListings(words -> 0).of(new ModelQuery("", Map.of(), ordering, 1, 20)).listing();
    }

    private static Listing searched(String search) {
        return new EventListings(words -> 0).of(new ModelQuery(search, Map.of(), "", 1, 20)).listing();
    }
}
