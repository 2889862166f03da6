package org.gatehouse.brand;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.file.MediaAddress;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.WireObject;

/**
 * Finds the brand of a request. There always is one: a database without brands, or no database, gives the product's own looks.
 * Reads outside of the caller's transaction, so that what is kept is what was committed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Brands {

    @Inject
    private BrandCache brands;

    @Inject
    private RequestOrigin origin;

    @Inject
    private FlowRepository flows;

    @Inject
    private Settings settings;

    /** The brand for a host name: the one of the longest matching domain, else the default, else one with the product's own looks. */
    public Brand current(String host) {
        return choose(brands.all(), host).orElseGet(Brands::unbranded);
    }

    /** The brand of the host name that the current request was sent to. */
    public Brand current() {
        return current(origin.host());
    }

    /** A domain matches itself and everything below it, at a dot: {@code example.com} is not {@code badexample.com}. */
    static Optional<Brand> choose(Collection<Brand> all, String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return all.stream().filter(brand -> matches(brand.getDomain().toLowerCase(Locale.ROOT), name))
                .max(Comparator.comparingInt(brand -> brand.getDomain().length()))
                .or(() -> all.stream().filter(Brand::isDefaultBrand).findFirst());
    }

    private static boolean matches(String domain, String host) {
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static Brand unbranded() {
        Brand brand = new Brand();
        brand.setDomain("");
        return brand;
    }

    /** What browsers that are not logged in may know about the brand: looks, and the slugs of its flows. */
    public JsonObject describe() {
        Brand brand = current();
        Map<UUID, String> slugs = slugs(brand);
        WireObject wire = WireObject.empty()
                .put("matched_domain", brand.getDomain())
                .put("branding_title", brand.getTitle())
                .put("branding_logo", MediaAddress.of(brand.getLogo()).orElse(""))
                .put("branding_logo_themed_urls", MediaAddress.themed(brand.getLogo()).orElse(null))
                .put("branding_favicon", MediaAddress.of(brand.getFavicon()).orElse(""))
                .put("branding_favicon_themed_urls", MediaAddress.themed(brand.getFavicon()).orElse(null))
                .put("branding_custom_css", brand.getCustomCss())
                .put("branding_map_tiles", brand.getMapTiles())
                .put("ui_footer_links", settings.current().links())
                .put("ui_theme", "automatic")
                .put("default_locale", "")
                .put("flags", settings.pageFlags());
        BrandFlows.of(brand).forEach((field, flow) -> Optional.ofNullable(slugs.get(flow)).ifPresent(slug -> wire.put(field, slug)));
        return wire.build();
    }

    private Map<UUID, String> slugs(Brand brand) {
        List<UUID> named = BrandFlows.of(brand).values().stream().filter(Objects::nonNull).distinct().toList();
        return flows.findAll(named).stream().collect(Collectors.toMap(Flow::getId, Flow::getSlug));
    }
}
