package org.gatehouse.application;

import jakarta.ejb.Stateless;
import java.util.List;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.directory.User;

/** The applications a user may enter. */
@Stateless
public class LaunchableApplications {

    /** The applications whose policies allow the user, by group and name. */
    public List<Application> of(long userId) {
        throw new UnsupportedOperationException();
    }

    /** Where a user who opens the application is sent; empty when it has no place to go to. */
    public String launchUrl(Application application, User user) {
        throw new UnsupportedOperationException();
    }
}
