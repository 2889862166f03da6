package org.gatehouse.provider.oauth2.github;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.gatehouse.brand.Brands;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.presented.PresentedAccess;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;

/**
 * The user of an access token in the words of GitHub's REST API: {@code GET /user}, {@code /user/emails} and {@code /user/teams}. Members that
 * clients may count on are there; what Gatehouse knows nothing of is empty. Groups are teams of one organization, the installation.
 */
@Stateless
public class GitHubUser {

    private static final long ORGANIZATION = 1;

    @Inject
    private PresentedAccess access;

    @Inject
    private GroupRepository groups;

    @Inject
    private Brands brands;

    /**
     * An answer.
     *
     * @param client whose token it was; only its origins may read the answer in a browser
     * @param json the body
     */
    public record Answer(OAuthClient client, String json) {
    }

    /** @throws OAuthRefusal as {@link PresentedAccess#open}; {@code insufficient_scope} without a scope of GitHub's */
    public Answer profile(PresentedToken token) {
        PresentedAccess.Opened opened = access.open(token);
        List<String> scopes = opened.grant().scopes();
        require(GitHubScope.anyIn(scopes));
        User user = opened.admitted().user();
        boolean email = GitHubScope.EMAIL.isIn(scopes) || GitHubScope.PROFILE.isIn(scopes);
        JsonObjectBuilder json = Json.createObjectBuilder().add("login", user.getUsername()).add("id", user.getId()).add("node_id", "")
                .add("avatar_url", "").add("gravatar_id", "").add("type", "User").add("site_admin", false).add("name", user.getName());
        if (email && !user.getEmail().isEmpty()) {
            json.add("email", user.getEmail());
        } else {
            json.addNull("email");
        }
        addEmpty(json);
        JsonObject whole = json.add("created_at", time(user.getDateJoined())).add("updated_at", time(user.getLastUpdated())).build();
        return new Answer(opened.client(), whole.toString());
    }

    /** What GitHub's clients find there and seldom read. */
    private static void addEmpty(JsonObjectBuilder json) {
        List.of("url", "html_url", "followers_url", "following_url", "gists_url", "starred_url", "subscriptions_url", "organizations_url",
                "repos_url", "events_url", "received_events_url", "company", "blog", "location", "bio").forEach(name -> json.add(name, ""));
        List.of("public_repos", "public_gists", "followers", "following", "private_gists", "total_private_repos", "owned_private_repos",
                "disk_usage", "collaborators").forEach(name -> json.add(name, 0));
        json.add("hireable", false);
    }

    /** @throws OAuthRefusal as {@link #profile}; {@code insufficient_scope} without {@code user:email} or {@code user} */
    public Answer emails(PresentedToken token) {
        PresentedAccess.Opened opened = access.open(token);
        require(GitHubScope.EMAIL.isIn(opened.grant().scopes()));
        User user = opened.admitted().user();
        JsonArrayBuilder emails = Json.createArrayBuilder();
        if (!user.getEmail().isEmpty()) {
            emails.add(Json.createObjectBuilder().add("email", user.getEmail()).add("primary", true)
                    .add("verified", user.isEmailVerified()).add("visibility", "private"));
        }
        return new Answer(opened.client(), emails.build().toString());
    }

    /** @throws OAuthRefusal as {@link #profile}; {@code insufficient_scope} without {@code read:org} */
    public Answer teams(PresentedToken token) {
        PresentedAccess.Opened opened = access.open(token);
        require(GitHubScope.ORGANIZATION.isIn(opened.grant().scopes()));
        JsonObject organization = organization();
        JsonArrayBuilder teams = Json.createArrayBuilder();
        groups.findEffective(opened.admitted().user().getId()).forEach(group -> teams.add(team(group, organization)));
        JsonArray all = teams.build();
        return new Answer(opened.client(), all.toString());
    }

    private JsonObject organization() {
        String title = brands.current().getTitle();
        return Json.createObjectBuilder().add("login", slug(title)).add("id", ORGANIZATION).add("node_id", "").add("name", title)
                .add("description", "").add("url", "").add("avatar_url", "").add("type", "Organization").build();
    }

    private static JsonObjectBuilder team(Group group, JsonObject organization) {
        return Json.createObjectBuilder().add("id", group.getNumPk()).add("node_id", "").add("url", "").add("html_url", "")
                .add("name", group.getName()).add("slug", slug(group.getName())).add("description", "").add("privacy", "closed")
                .add("permission", "pull").add("members_url", "").add("repositories_url", "").addNull("parent")
                .add("organization", organization);
    }

    /** As GitHub writes names in addresses. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String time(Instant moment) {
        return (moment == null ? Instant.EPOCH : moment).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void require(boolean permitted) {
        if (!permitted) {
            throw new OAuthRefusal(OAuthErrorCode.INSUFFICIENT_SCOPE, "The token was not issued for this.");
        }
    }
}
