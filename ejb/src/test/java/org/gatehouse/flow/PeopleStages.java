package org.gatehouse.flow;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.directory.AccountLockdown;
import org.gatehouse.directory.AccountRemoval;
import org.gatehouse.directory.Profiles;
import org.gatehouse.expression.Expressions;
import org.gatehouse.fixture.NoGrants;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.PeopleWorld;
import org.gatehouse.flow.invitation.InvitationUse;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.flow.stage.accountlockdown.AccountLockdownStage;
import org.gatehouse.flow.stage.dummy.DummyStage;
import org.gatehouse.flow.stage.invitation.InvitationStage;
import org.gatehouse.flow.stage.prompt.AnswerChecks;
import org.gatehouse.flow.stage.prompt.AskedFields;
import org.gatehouse.flow.stage.prompt.PromptExpressions;
import org.gatehouse.flow.stage.prompt.PromptStage;
import org.gatehouse.flow.stage.userdelete.UserDeleteStage;
import org.gatehouse.flow.stage.userwrite.NewAccounts;
import org.gatehouse.flow.stage.userwrite.UserWriteStage;
import org.gatehouse.type.ConfigurableType;

/** The stages for people, wired by hand. */
final class PeopleStages {

    private final FlowWorld world;
    private final List<Object> beans;

    PeopleStages(FlowWorld world, PeopleWorld people, FlowPolicies policies) {
        this.world = world;
        beans = new ArrayList<>(people.beans());
        beans.addAll(List.of(policies, new Expressions(), deafEvent(), new NoGrants()));
        for (Object bean : List.of(new InvitationUse(), new PromptData(), new PromptExpressions(), new AskedFields(), new AnswerChecks(),
                new Profiles(), new NewAccounts(), new AccountRemoval(), new AccountLockdown())) {
            beans.add(world.wire(bean, beans.toArray()));
        }
    }

    InvitationUse invitations() {
        return beans.stream().filter(InvitationUse.class::isInstance).map(InvitationUse.class::cast).findFirst().orElseThrow();
    }

    List<ConfigurableType<?>> all() {
        List<ConfigurableType<?>> stages = new ArrayList<>();
        for (ConfigurableType<?> stage : List.of(new PromptStage(), new UserWriteStage(), new UserDeleteStage(), new DummyStage(), new InvitationStage(),
                new AccountLockdownStage())) {
            stages.add(world.wire(stage, beans.toArray()));
        }
        return stages;
    }

    /** An event nobody observes. */
    private static Object deafEvent() {
        return Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }
}
