package org.gatehouse.web.api;

import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.application.PartsRefused;
import org.gatehouse.directory.password.TooManyPasswordChecks;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.StaleWrite;
import org.gatehouse.web.http.BadJson;

/** What the domain's exceptions are to a client. */
final class DomainErrors {

    private static final int DEEPEST = 20;

    private DomainErrors() {
    }

    /** The answer to the first known exception among the failure and its causes; empty when it is nobody's mistake but ours. */
    static Optional<ApiError> of(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            Optional<ApiError> known = ofOne(cause);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiError> ofOne(Throwable failure) {
        if (failure instanceof InvalidInput invalid) {
            return Optional.of(ApiError.of(invalid));
        }
        if (failure instanceof PartsRefused refused) {
            return Optional.of(ApiError.of(refused));
        }
        if (failure instanceof ObjectInUse inUse) {
            return Optional.of(ApiError.of(inUse));
        }
        if (failure instanceof ObjectNotFound missing) {
            return Optional.of(ApiError.notFound(missing.getMessage()));
        }
        if (failure instanceof StaleWrite stale) {
            return Optional.of(ApiError.of(stale));
        }
        if (failure instanceof AccessDenied || failure instanceof LoginRefused) {
            return Optional.of(ApiError.of(403, "You do not have permission to perform this action.", "permission_denied"));
        }
        if (failure instanceof BadJson bad) {
            return Optional.of(ApiError.of(bad.status(), bad.getMessage(), "parse_error"));
        }
        return failure instanceof OptimisticLockException
                ? Optional.of(ApiError.of(409, "The object was changed by somebody else meanwhile.", "conflict"))
                : busy(failure);
    }

    private static Optional<ApiError> busy(Throwable failure) {
        return failure instanceof TooManyPasswordChecks
                ? Optional.of(ApiError.of(503, "The server is busy; try again.", "busy")) : Optional.empty();
    }
}
