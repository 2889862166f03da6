package org.gatehouse.model.brand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on brands. */
@ApplicationScoped
public class BrandRepository extends Repository<Brand, UUID> {


    /** What brands are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("brand o", "o.domain")
            .uuid("brand_uuid", "o.id").uuid("pk", "o.id").text("domain", "o.domain").bool("default", "o.is_default")
            .text("branding_title", "o.title").text("branding_logo", "o.logo").text("branding_favicon", "o.favicon")
            .text("branding_default_flow_background", "o.default_flow_background")
            .uuid("flow_authentication", "o.flow_authentication_id").uuid("flow_invalidation", "o.flow_invalidation_id")
            .uuid("flow_recovery", "o.flow_recovery_id").uuid("flow_unenrollment", "o.flow_unenrollment_id")
            .uuid("flow_user_settings", "o.flow_user_settings_id").uuid("flow_device_code", "o.flow_device_code_id")
            .uuid("flow_user_switch", "o.flow_user_switch_id").uuid("flow_lockdown", "o.flow_lockdown_id")
            .uuid("flow_request", "o.flow_request_id").uuid("web_certificate", "o.web_certificate_id")
            .filter("client_certificates", ListColumns.Kind.UUID,
                    "EXISTS (SELECT 1 FROM brand_client_certificate c WHERE c.brand_id = o.id AND c.certificate_id = ?)")
            .orders("domain").order("default", "o.is_default").order("branding_title", "o.title")
            .search("o.domain", "o.title");

    public BrandRepository() {
        super(Brand.class);
    }

    public List<Brand> findAll() {
        return query("select b from Brand b order by b.domain").getResultList();
    }

    /** The brand that answers where no domain matches. */
    public java.util.Optional<Brand> findDefault() {
        return only(query("select b from Brand b where b.defaultBrand = true"));
    }
}
