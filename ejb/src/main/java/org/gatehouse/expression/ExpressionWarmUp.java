package org.gatehouse.expression;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Map;

/** Loads the expression engine in the background at start: its first compilation takes about a second, and no user shall wait for it. */
@Singleton
@Startup
public class ExpressionWarmUp {

    private static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.BOOLEAN).with("user", ValueType.MAP).withMessages();

    @Inject
    private Expressions expressions;

    @Resource
    private ManagedExecutorService executor;

    @PostConstruct
    void start() {
        Expressions engine = expressions;
        executor.execute(() -> engine.evaluate(SCOPE, "is_group_member(user, 'x') || message('x')", Map.of("user", Map.of())));
    }
}
