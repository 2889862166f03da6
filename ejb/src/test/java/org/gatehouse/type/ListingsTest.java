package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.access.ListScope;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.Listing;
import org.gatehouse.model.directory.UserType;
import org.junit.jupiter.api.Test;

class ListingsTest {

    private static final ListColumns COLUMNS = ListColumns.of("thing o", "o.name")
            .text("name", "o.name").uuid("pk", "o.id").bool("enabled", "o.enabled").choice("type", UserType.class, "o.type")
            .filter("order", Kind.INTEGER, "o.position = ?").filter("created__gt", Kind.INSTANT, "o.created > ?")
            .filter("attributes", Kind.JSON, "o.attributes @> CAST(? AS jsonb)")
            .orders("name", "created").search("o.name", "o.title");

    @Test
    void putsEveryValueIntoAParameter() {
        UUID id = UUID.randomUUID();

        Listing listing = listing("a_b%", Map.of("pk", List.of(id.toString())), "-created");

        assertThat(listing.where()).isEqualTo("1 = 1 AND (o.id = ?1) AND (o.name ILIKE ?2 ESCAPE '!' OR o.title ILIKE ?3 ESCAPE '!')");
        assertThat(listing.parameters()).containsExactly(id, "%a!_b!%%", "%a!_b!%%");
        assertThat(listing.orderBy()).isEqualTo("o.created DESC NULLS LAST, o.id");
    }

    @Test
    void acceptsSeveralValuesOfOneFilter() {
        Listing listing = listing("", Map.of("type", List.of("internal", "external")), "");

        assertThat(listing.where()).isEqualTo("1 = 1 AND (o.type = ?1 OR o.type = ?2)");
        assertThat(listing.parameters()).containsExactly("internal", "external");
    }

    @Test
    void readsAnIndexBackwardsWhereNothingIsNullAndLooksForShortTextsAtTheBeginningOfWords() {
        ListColumns words = ListColumns.of("thing o", "o.name").flag("big", "o.id IN (SELECT 1)", "o.id NOT IN (SELECT 1)")
                .orderFilled("name", "o.name").searchWords("o.words LIKE lower(?) ESCAPE '!'");

        Listing two = Listings.of(new ModelQuery("ab", Map.of("big", List.of("false")), "-name", 1, 20), words);
        Listing three = Listings.of(new ModelQuery("abc", Map.of("big", List.of("true")), "name", 1, 20), words);

        assertThat(two.where()).isEqualTo("1 = 1 AND (o.id NOT IN (SELECT 1)) AND (o.words LIKE lower(?1) ESCAPE '!')");
        assertThat(two.parameters()).containsExactly("% ab%");
        assertThat(two.orderBy()).isEqualTo("o.name DESC, o.id DESC");
        assertThat(three.where()).startsWith("1 = 1 AND (o.id IN (SELECT 1))");
        assertThat(three.parameters()).containsExactly("%abc%");
        assertThat(three.orderBy()).isEqualTo("o.name, o.id");
    }

    @Test
    void ignoresFiltersAndOrdersItDoesNotKnow() {
        Listing listing = listing("", Map.of("x'; drop table", List.of("1")), "password; --");

        assertThat(listing.where()).isEqualTo("1 = 1");
        assertThat(listing.orderBy()).isEqualTo("o.name, o.id");
    }

    @Test
    void namesEachFilterWhoseValueDoesNotFit() {
        Map<String, List<String>> filters = Map.of("pk", List.of("1-1-1-1-1"), "enabled", List.of("perhaps"), "order", List.of("x"),
                "type", List.of("wizard"), "created__gt", List.of("yesterday"), "attributes", List.of("[1]"), "name", List.of("a\0b"));

        assertThatThrownBy(() -> listing("", filters, "")).isInstanceOfSatisfying(InvalidInput.class,
                invalid -> assertThat(invalid.problems().byField()).containsOnlyKeys(filters.keySet()));
    }

    @Test
    void readsMomentsWhosePlusSignBecameASpace() {
        Listing listing = listing("", Map.of("created__gt", List.of("2026-01-01T02:00:00 02:00")), "");

        assertThat(listing.parameters()).containsExactly(Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void identifiesByKnownFieldsOnly() {
        Listing listing = Listings.identifying(Json.createObjectBuilder().add("name", "a").add("enabled", true).build(), COLUMNS);

        assertThat(listing.parameters()).containsExactly("a", true);
        assertThatThrownBy(() -> Listings.identifying(Json.createObjectBuilder().add("secret", "a").build(), COLUMNS))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Listings.identifying(Json.createObjectBuilder().build(), COLUMNS)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void narrowsAListingToIds() {
        Listing listing = listing("", Map.of("name", List.of("a")), "");

        assertThat(listing.among(List.of("x", "y")).where()).isEqualTo("1 = 1 AND (o.name = ?1) AND o.id IN (?2,?3)");
        assertThat(listing.among(List.of()).where()).endsWith("AND 1 = 0");
    }

    @Test
    void narrowsToWhatIsGrantedOrOwnBeforeAnythingIsPaged() {
        UUID role = UUID.randomUUID();
        VisibleObjects visible = new VisibleObjects(new ListScope(Set.of(5), Set.of(role)), Map.of("order", "7"));

        Listing listing = Listings.of(new ModelQuery("", Map.of("name", List.of("a")), "", 2, 20).within(visible), COLUMNS);

        assertThat(listing.where()).isEqualTo("1 = 1 AND (o.name = ?1) AND (o.id IN (SELECT g.object_id FROM role_object_permission g"
                + " WHERE g.permission_id IN (?2) AND g.role_id IN (?3)) OR o.position = ?4)");
        assertThat(listing.parameters()).containsExactly("a", 5, role, 7L);
    }

    private static Listing listing(String search, Map<String, List<String>> filters, String ordering) {
        return Listings.of(new ModelQuery(search, filters, ordering, 1, 20), COLUMNS);
    }
}
