package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.directory.UserWire;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Moments;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Secret;
import org.gatehouse.type.Slug;
import org.gatehouse.type.WireObject;

/** Tokens as administrators manage them. The key is made here unless a document brings one, and is never part of a wire form. */
@ApplicationScoped
public class TokenModel extends EntityModel<Token, TokenModel.Document> {

    /** The writable fields. */
    public record Document(
            @Size(max = 255) String managed,
            @NotBlank @Slug @Size(max = 255) String identifier,
            @Default("api") TokenIntent intent,
            Long user,
            @Default("") @Size(max = 2000) String description,
            String expires,
            @Default("true") boolean expiring,
            Secret key) {
    }

    @Inject
    private TokenRepository tokens;

    @Inject
    private UserRepository users;

    @Inject
    private UserWire userWire;

    @Inject
    private TokenKeys keys;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public TokenModel() {
        super(Document.class, TokenRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.token";
    }

    @Override
    public String path() {
        return "core/tokens";
    }

    @Override
    public String keyField() {
        return "identifier";
    }

    @Override
    protected TokenRepository repository() {
        return tokens;
    }

    @Override
    protected Optional<Token> findByKey(String key) {
        return tokens.findByIdentifier(key);
    }

    @Override
    protected Optional<Token> findByPk(String pk) {
        return ObjectKey.uuid(pk).flatMap(tokens::find);
    }

    @Override
    protected String keyOf(Token token) {
        return token.getIdentifier();
    }

    @Override
    public boolean isOwn(Actor actor, String key) {
        return tokens.findByIdentifier(key).filter(token -> actor.is(token.getUser())).isPresent();
    }

    @Override
    protected Document documentOf(Token token) {
        return new Document(token.getManaged(), token.getIdentifier(), token.getIntent(), token.getUser().getId(),
                token.getDescription(), token.getExpires() == null ? null : token.getExpires().toString(), token.isExpiring(), null);
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Token> page) {
        Map<Long, JsonObject> owners = userWire.full(page.stream().map(Token::getUser).toList());
        return page.stream().map(token -> WireObject.from(documentJson(token))
                .put("pk", token.getId())
                .put("user_obj", owners.get(token.getUser().getId()))
                .build()).toList();
    }

    @Override
    protected Token store(Actor actor, Optional<Token> existing, Document document, FieldProblems problems) {
        Token token = existing.orElseGet(TokenModel::newToken);
        tokens.findByIdentifier(document.identifier()).filter(other -> !other.getId().equals(token.getId()))
                .ifPresent(other -> problems.add("identifier", "A token with this identifier exists already."));
        Optional<User> owner = owner(actor, existing, document, problems);
        Instant expires = expires(document, problems);
        if (document.key() != null) {
            permissions.require(actor, SpecialPermission.SET_TOKEN_KEY.permission(), document.identifier());
        }
        problems.refuseIfAny();
        token.setManaged(document.managed());
        token.setIdentifier(document.identifier());
        token.setIntent(document.intent());
        token.setUser(owner.orElseThrow());
        token.setDescription(document.description());
        token.setExpiring(document.expiring());
        token.setExpires(expires);
        if (existing.isEmpty() || document.key() != null) {
            keys.assign(token, document.key() == null ? keys.generate() : cipher.open(document.key().sealed()), problems);
        }
        problems.refuseIfAny();
        return existing.isPresent() ? token : tokens.add(token);
    }

    private Optional<User> owner(Actor actor, Optional<Token> existing, Document document, FieldProblems problems) {
        Long id = document.user() != null ? document.user() : existing.map(token -> token.getUser().getId()).orElse(actor.userId());
        if (id == null) {
            problems.add("user", "This field is required.");
            return Optional.empty();
        }
        boolean othersToken = existing.filter(token -> !token.getUser().getId().equals(id)).isPresent()
                || existing.isEmpty() && !id.equals(actor.userId());
        // A token acts for its user: it may be given, or changed, by nobody who has fewer rights.
        limits.requireAccount(actor, id);
        existing.ifPresent(token -> limits.requireAccount(actor, token.getUser().getId()));
        if (othersToken && actor.userId() == null && !actor.superuser()) {
            problems.add("user", "Only users can give tokens.");
        }
        Optional<User> found = users.find(id);
        if (found.isEmpty()) {
            problems.add("user", FieldProblems.missing(id));
        }
        return found;
    }

    private Instant expires(Document document, FieldProblems problems) {
        Instant unlessGiven = document.expiring() ? clock.instant().plus(settings.current().defaultTokenDuration().duration()) : null;
        return Moments.read("expires", document.expires(), problems).orElse(unlessGiven);
    }

    private static Token newToken() {
        Token token = new Token();
        token.setId(UUID.randomUUID());
        return token;
    }
}
