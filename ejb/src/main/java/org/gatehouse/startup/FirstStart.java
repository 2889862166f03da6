package org.gatehouse.startup;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.InstallationCertificates;
import org.gatehouse.directory.Accounts;
import org.gatehouse.directory.NewUser;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.model.brand.SystemMarkers;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.token.NewToken;
import org.gatehouse.token.Tokens;

/**
 * Makes what a new installation needs. What is done once is remembered by a marker, never by looking whether the thing is there:
 * otherwise whoever deletes or renames {@code akadmin} would open set-up again (GHSA-rjvp-29xq-f62w).
 */
@Stateless
public class FirstStart {

    /** Set once an administrator can log in; the initial-setup flow is closed from then on. */
    public static final String INITIAL_SETUP = "initial-setup";

    static final String ADMINISTRATOR = "administrator";
    static final String BOOTSTRAP_TOKEN = "bootstrap-token";
    /** The administrator of a new installation. */
    public static final String USERNAME = "akadmin";
    static final String GROUP = "Gatehouse Admins";
    static final String TOKEN = "gatehouse-bootstrap-token";

    @Inject
    private SystemMarkers markers;

    @Inject
    private InstallationCertificates certificates;

    @Inject
    private Accounts accounts;

    @Inject
    private GroupRepository groups;

    @Inject
    private PasswordService passwords;

    @Inject
    private Tokens tokens;

    @Inject
    private BootstrapSettings settings;

    @Inject
    private Event<SystemPrepared> prepared;

    @Inject
    private Clock clock;

    /** Makes keys, administrator and token where they have never been made; one node at a time. */
    public void prepare() {
        markers.waitForTurn();
        certificates.prepare();
        if (markers.set(ADMINISTRATOR, clock.instant())) {
            createAdministrator();
        }
        accounts.findByUsername(USERNAME).filter(user -> groups.isSuperuser(user.getId())).ifPresent(this::applySettings);
    }

    /** Tells the rest of the product; one node at a time. */
    public void announce() {
        markers.waitForTurn();
        prepared.fire(new SystemPrepared(clock.instant()));
    }

    private void createAdministrator() {
        User administrator = accounts.create(new NewUser(USERNAME, "Gatehouse Default Admin", settings.email()));
        Group group = new Group();
        group.setId(UUID.randomUUID());
        group.setName(GROUP);
        group.setSuperuser(true);
        groups.add(group);
        groups.flush();
        groups.addMember(group.getId(), administrator.getId());
    }

    private void applySettings(User administrator) {
        settings.password().filter(given -> markers.set(INITIAL_SETUP, clock.instant()))
                .ifPresent(password -> passwords.set(administrator, password, Actor.ofSystem()));
        settings.token().filter(given -> markers.set(BOOTSTRAP_TOKEN, clock.instant()))
                .ifPresent(key -> tokens.create(new NewToken(TOKEN, TokenIntent.API, administrator,
                        "Given to the first start in GATEHOUSE_BOOTSTRAP_TOKEN", Optional.empty()), key));
    }
}
