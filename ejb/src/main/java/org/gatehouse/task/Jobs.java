package org.gatehouse.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** All jobs there are. */
@ApplicationScoped
public class Jobs {

    @Inject
    @Any
    private Instance<Job> all;

    public List<Job> all() {
        return all.stream().toList();
    }

    public Optional<Job> find(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
