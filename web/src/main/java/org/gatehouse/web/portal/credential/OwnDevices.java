package org.gatehouse.web.portal.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.flow.ConfigurableStages;
import org.gatehouse.flow.ConfigurableStages.UserSetting;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.page.PageLanguage;

/** The user's own devices and what they can set up, {@code #{ownDevices}}. */
@Named("ownDevices")
@RequestScoped
public class OwnDevices {

    private static final Set<String> DONE = Set.of("renamed", "deleted");

    @Inject
    private CurrentSession current;

    @Inject
    private Authenticators authenticators;

    @Inject
    private ConfigurableStages configurable;

    @Inject
    private PageLanguage language;

    @Inject
    private HttpServletRequest request;

    private List<DeviceRow> rows = List.of();
    private List<UserSetting> settings = List.of();

    @PostConstruct
    void load() {
        Locale locale = language.locale();
        rows = current.user().map(authenticators::of).orElse(List.of()).stream()
                .map(device -> DeviceRow.of(device, authenticators.description(device).orElse(""), locale)).toList();
        settings = configurable.all(locale);
    }

    public List<DeviceRow> getRows() {
        return rows;
    }

    public List<UserSetting> getSettings() {
        return settings;
    }

    /** Whether the page asks for the new name of this device. */
    public boolean isRenaming(String key) {
        return key.equals(request.getParameter("rename"));
    }

    /** Whether the page asks if this device is to be deleted. */
    public boolean isDeleting(String key) {
        return key.equals(request.getParameter("delete"));
    }

    /** What the page says has been done; empty for nothing. */
    public String getDone() {
        return Optional.ofNullable(request.getParameter("done")).filter(DONE::contains).map(done -> "security.done." + done).orElse("");
    }
}
