package org.gatehouse.flow.stage.prompt;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.flow.prompt.PromptChallenge;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.prompt.Prompt;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.RecordCodec;

/** Shows an administrator how a field that is not stored yet would be asked for. */
@Stateless
public class PromptPreview {

    @Inject
    private Permissions permissions;

    @Inject
    private DocumentReader reader;

    @Inject
    private PromptModel model;

    @Inject
    private PromptExpressions expressions;

    @Inject
    private AskedFields asked;

    @Inject
    private UserRepository users;

    @Inject
    private RecordCodec codec;

    @Inject
    private RequestOrigin origin;

    /**
     * The contract's {@code PromptChallenge} with the one field; expressions see the administrator as the user.
     *
     * @param document the contract's {@code PromptRequest}
     * @throws org.gatehouse.access.AccessDenied when the actor may not manage
     * @throws org.gatehouse.type.InvalidInput when the document is no field, or one of its expressions fails
     */
    public JsonObject preview(Actor actor, JsonObject document) {
        // A draft's expressions run: whoever may write no prompt may not try one either.
        if (!permissions.has(actor, Permission.add(model.name()))) {
            permissions.requireSomewhere(actor, Permission.change(model.name()));
        }
        PromptModel.Document read = reader.read(PromptModel.Document.class, document);
        Map<String, Object> variables = variables(actor);
        FieldProblems problems = new FieldProblems();
        model.check(read, problems);
        problems.refuseIfAny();
        requireWorking(read.placeholderExpression(), "placeholder", read.placeholder(), variables, problems);
        requireWorking(read.initialValueExpression(), "initial_value", read.initialValue(), variables, problems);
        problems.refuseIfAny();
        Prompt prompt = new Prompt();
        PromptModel.fill(prompt, read);
        PromptChallenge challenge = new PromptChallenge(List.of(asked.preview(prompt, variables).shown()));
        return Json.createObjectBuilder(codec.toWireWithoutNulls(challenge)).add("component", challenge.component()).build();
    }

    private Map<String, Object> variables(Actor actor) {
        Optional<User> user = Optional.ofNullable(actor.userId()).flatMap(users::find);
        return expressions.variables(new PolicyRequest(user, Optional.ofNullable(origin.clientIp()), origin.userAgent(), Map.of()));
    }

    private void requireWorking(boolean given, String field, String source, Map<String, Object> variables, FieldProblems problems) {
        if (!given) {
            return;
        }
        try {
            expressions.evaluate(source, variables);
        } catch (ExpressionFailed failed) {
            problems.add(field, failed.getMessage());
        }
    }
}
