package org.gatehouse.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.brand.Brands;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.directory.preference.Theme;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowRepository;

/** The brand of the request as pages show it: {@code #{brand.title}}. */
@Named("brand")
@RequestScoped
public class PageBrand {

    private static final String OWN_LOGO = "/static/img/gatehouse.svg";

    @Inject
    private Brands brands;

    @Inject
    private FlowRepository flows;

    private Brand brand;

    @PostConstruct
    void find() {
        brand = brands.current();
    }

    public String getTitle() {
        return brand.getTitle();
    }

    public String getLogo() {
        return PageAddress.image(brand.getLogo()).orElse(OWN_LOGO);
    }

    public String getFavicon() {
        return PageAddress.image(brand.getFavicon()).orElse(OWN_LOGO);
    }

    /** The address of the picture behind flow pages, or empty for the drawn one. */
    public String getBackground() {
        return PageAddress.image(brand.getDefaultFlowBackground()).orElse("");
    }

    public String customCss() {
        return brand.getCustomCss();
    }

    /** The colour of buttons and links, if the brand has one: attribute {@code settings.theme.accent}, six hexadecimal digits. */
    public Optional<String> accent() {
        return BrandAccent.of(brand.getAttributes());
    }

    /** The colours of pages for people who have chosen none: attribute {@code settings.theme.base}. */
    public Optional<Theme> theme() {
        return Preferences.of(brand.getAttributes()).theme();
    }

    /** The page of the flow by which people log in; empty when there is none. */
    public Optional<String> loginPage() {
        return page(brand.getFlowAuthenticationId(), FlowDesignation.AUTHENTICATION);
    }

    /** The page of the flow by which people log out; empty when there is none. */
    public Optional<String> logoutPage() {
        return page(brand.getFlowInvalidationId(), FlowDesignation.INVALIDATION);
    }

    /** The page on which people change what is known about them; empty when the brand names none. */
    public Optional<String> settingsPage() {
        return page(brand.getFlowUserSettingsId());
    }

    /** The page on which people lock their account; empty when the brand names none. */
    public Optional<String> lockdownPage() {
        return page(brand.getFlowLockdownId());
    }

    /** The page on which people delete their account; empty when the brand names none. */
    public Optional<String> unenrollmentPage() {
        return page(brand.getFlowUnenrollmentId());
    }

    private Optional<String> page(UUID flowId) {
        return Optional.ofNullable(flowId).flatMap(flows::find).map(Flow::getSlug).map(PageAddress::ofFlow);
    }

    private Optional<String> page(UUID flowId, FlowDesignation designation) {
        return Optional.ofNullable(flowId).flatMap(flows::find)
                .or(() -> flows.findByDesignation(designation).stream().findFirst())
                .map(Flow::getSlug).map(PageAddress::ofFlow);
    }
}
