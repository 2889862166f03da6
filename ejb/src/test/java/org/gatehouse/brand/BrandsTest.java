package org.gatehouse.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.model.brand.Brand;
import org.junit.jupiter.api.Test;

class BrandsTest {

    private final Brand fallback = brand("default", true);
    private final Brand company = brand("example.com", false);
    private final Brand branch = brand("branch.Example.com", false);
    private final List<Brand> all = List.of(fallback, company, branch);

    @Test
    void takesTheLongestDomainThatFits() {
        assertThat(Brands.choose(all, "login.branch.example.com")).contains(branch);
        assertThat(Brands.choose(all, "LOGIN.example.com")).contains(company);
        assertThat(Brands.choose(all, "example.com")).contains(company);
    }

    @Test
    void fallsBackToTheDefaultForStrangersAndLookAlikes() {
        assertThat(Brands.choose(all, "badexample.com")).contains(fallback);
        assertThat(Brands.choose(all, null)).contains(fallback);
        assertThat(Brands.choose(List.of(company), "other.org")).isEmpty();
    }

    private static Brand brand(String domain, boolean isDefault) {
        Brand brand = new Brand();
        brand.setDomain(domain);
        brand.setDefaultBrand(isDefault);
        return brand;
    }
}
