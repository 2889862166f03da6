package org.gatehouse.directory.transfer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.model.directory.UserRepository;

/** Stores accounts many at a time: two statements for five hundred of them and their memberships. */
@Stateless
public class ImportBatches {

    @Inject
    private UserRepository users;

    /** In the caller's transaction. @return the names that were taken meanwhile, in lower case: their accounts were not stored */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Set<String> storeWithin(List<ImportedUser> batch) {
        return write(batch);
    }

    /** In a transaction of its own. @return as {@link #storeWithin} */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Set<String> store(List<ImportedUser> batch) {
        return write(batch);
    }

    private Set<String> write(List<ImportedUser> batch) {
        Map<UUID, Long> stored = users.addAll(batch.stream().map(ImportedUser::user).toList());
        Map<Long, List<UUID>> memberships = new HashMap<>();
        batch.stream().filter(one -> stored.containsKey(one.user().getUuid()) && !one.groups().isEmpty())
                .forEach(one -> memberships.put(stored.get(one.user().getUuid()), one.groups()));
        users.addMemberships(memberships);
        return batch.stream().filter(one -> !stored.containsKey(one.user().getUuid())).map(one -> ImportNames.key(one.user().getUsername()))
                .collect(Collectors.toSet());
    }
}
