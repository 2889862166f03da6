package org.gatehouse.directory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.directory.UserModel;
import org.gatehouse.directory.password.Argon2Cost;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class UserImportTest {

    private static final ImportOptions ALL = new ImportOptions(false, ImportOptions.Mode.ALL_OR_NOTHING);
    private static final ImportOptions REST = new ImportOptions(false, ImportOptions.Mode.REST);

    private final Directory directory = new Directory();
    private final List<EventDraft> events = new ArrayList<>();
    private final UserImport imports = wired();
    private boolean permitted = true;

    @Test
    void makesAccountsWithAttributesGroupsAndHashes() {
        ImportReport report = run(ALL, "\uFEFFusername,name,is_active,type,groups,attributes.settings.locale,password_hash\r\n"
                + "ada,\"Lovelace, Ada\",no,external,staff,de,{SHA}" + "a".repeat(28) + "\r\nben,,,,,,\r\n");

        assertThat(report.problems()).isEmpty();
        assertThat(report.created()).isEqualTo(2);
        User ada = directory.stored.get("ada");
        assertThat(ada.getName()).isEqualTo("Lovelace, Ada");
        assertThat(ada.isActive()).isFalse();
        assertThat(ada.getAttributes().getJsonObject("settings").getString("locale")).isEqualTo("de");
        assertThat(ada.getPassword()).startsWith("{SHA}");
        assertThat(directory.members).hasSize(1);
        assertThat(directory.stored.get("ben").isActive()).isTrue();
        assertThat(events).hasSize(1);
    }

    @Test
    void namesEachBadLineAndColumnAndStoresNothingOrTheRest() {
        directory.taken.add("taken");
        String file = "username,email,is_active,type,groups\ngood,,,,\nbad,nonsense,,,\nTAKEN,,,,\nGood,,,,\n,,,,\nshort\n"
                + "odd,,maybe,wizard,nobody\nlast,,,,\n";

        ImportReport refused = run(ALL, file);

        assertThat(refused.created()).isZero();
        assertThat(directory.stored).isEmpty();
        assertThat(refused.lines()).isEqualTo(8);
        assertThat(refused.problems().stream().map(one -> one.line() + " " + one.column())).contains("3 email", "4 username", "5 username",
                "6 username", "7 ", "8 is_active", "8 type", "8 groups");
        assertThat(refused.problems().toString()).doesNotContain("nonsense");

        ImportReport rest = run(REST, file);

        assertThat(rest.created()).isEqualTo(2);
        assertThat(rest.refused()).isEqualTo(6);
        assertThat(directory.stored).containsOnlyKeys("good", "last");
    }

    @Test
    void aDryRunStoresNothing() {
        ImportReport report = run(new ImportOptions(true, ImportOptions.Mode.ALL_OR_NOTHING), "username\nada\n");

        assertThat(report.created()).isEqualTo(1);
        assertThat(directory.stored).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() {
        assertThat(run(ALL, "").problems()).singleElement().extracting(LineProblem::line).isEqualTo(1);
        assertThat(run(REST, "name\nx\n").problems()).extracting(LineProblem::column).containsExactly("username");
        assertThat(run(REST, "username,shoe\nx,1\n").problems()).extracting(LineProblem::column).containsExactly("shoe");
        ImportReport latin = imports.run(Actor.ofSystem(), new ByteArrayInputStream("username,name\na,b\nc,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1)), REST);
        assertThat(latin.problems()).singleElement().extracting(LineProblem::line).isEqualTo(3);
        assertThat(directory.stored).isEmpty();
    }

    @Test
    void storesFiveHundredAtATime() {
        StringBuilder file = new StringBuilder("username;name\n");
        for (int i = 0; i < 1_201; i++) {
            file.append("u").append(i).append(";\"a;b\"\n");
        }

        assertThat(run(REST, file.toString()).created()).isEqualTo(1_201);
        assertThat(directory.batches).containsExactly(500, 500, 201);
        assertThat(directory.stored.get("u1200").getName()).isEqualTo("a;b");
    }

    @Test
    void whoMayNotAddUsersImportsNone() {
        permitted = false;

        assertThatThrownBy(() -> run(REST, "username\nada\n")).isInstanceOf(AccessDenied.class);
        assertThat(directory.stored).isEmpty();
    }

    private ImportReport run(ImportOptions options, String csv) {
        return imports.run(Actor.ofSystem(), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), options);
    }

    private UserImport wired() {
        Permissions permissions = new Permissions() {

            @Override
            public boolean has(Actor actor, Permission permission, String key) {
                return true;
            }

            @Override
            public void require(Actor actor, Permission permission) {
                if (!permitted) {
                    throw new AccessDenied("no");
                }
            }
        };
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        DocumentReader reader = Wired.with(new DocumentReader(), new RecordCodec(null), Validation.buildDefaultValidatorFactory().getValidator());
        ImportLines lines = Wired.with(new ImportLines(), reader, new UserModel(), new PasswordHasher(new Argon2Cost(64, 1, 1), 1, Duration.ofSeconds(1)),
                silent(Instance.class), clock);
        ImportCheck check = Wired.with(new ImportCheck(), lines, new Groups(), directory, permissions, new GrantLimits());
        ImportStore store = Wired.with(new ImportStore(), check, Wired.with(new ImportBatches(), directory), silent(Event.class));
        return Wired.with(new UserImport(), permissions, check, store, new Events() {

            @Override
            public void record(EventDraft draft) {
                events.add(draft);
            }
        });
    }

    private static Object silent(Class<?> type) {
        return Proxy.newProxyInstance(UserImportTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }

    private static final class Groups extends GroupRepository {

        @Override
        public Optional<Group> findByName(String name) {
            Group group = new Group();
            group.setId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
            return name.equals("staff") ? Optional.of(group) : Optional.empty();
        }
    }

    private static final class Directory extends UserRepository {

        private final Map<String, User> stored = new HashMap<>();
        private final Map<Long, List<UUID>> members = new HashMap<>();
        private final List<Integer> batches = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        @Override
        public Map<UUID, Long> addAll(Collection<User> users) {
            batches.add(users.size());
            Map<UUID, Long> numbers = new HashMap<>();
            users.forEach(user -> {
                stored.put(user.getUsername(), user);
                numbers.put(user.getUuid(), (long) stored.size());
            });
            return numbers;
        }

        @Override
        public void addMemberships(Map<Long, List<UUID>> groups) {
            members.putAll(groups);
        }

        @Override
        public Set<String> namesTaken(Collection<String> names) {
            Set<String> found = new HashSet<>();
            names.stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(taken::contains).forEach(found::add);
            return found;
        }
    }
}
