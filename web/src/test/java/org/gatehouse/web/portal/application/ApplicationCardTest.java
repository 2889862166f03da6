package org.gatehouse.web.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.model.application.Application;
import org.junit.jupiter.api.Test;

class ApplicationCardTest {

    @Test
    void matchesWhenEveryWordIsSomewhere() {
        ApplicationCard card = ApplicationCard.of(wiki(), false);

        assertThat(card.matches("wiki")).isTrue();
        assertThat(card.matches(" TEAM  notes ")).isTrue();
        assertThat(card.matches("")).isTrue();
        assertThat(card.matches("wiki payroll")).isFalse();
        assertThat(card.matches("*")).isFalse();
    }

    @Test
    void showsInitialsInsteadOfWhatIsNoPicture() {
        Application application = wiki();
        application.setMetaIcon("javascript:alert(1)");

        ApplicationCard card = ApplicationCard.of(application, true);

        assertThat(card.icon()).isEmpty();
        assertThat(card.initials()).isEqualTo("TW");
        assertThat(card.favourite()).isTrue();
    }

    private static Application wiki() {
        Application application = new Application();
        application.setName("Team Wiki");
        application.setSlug("wiki");
        application.setGroupName("Work");
        application.setMetaDescription("Notes of everybody");
        return application;
    }
}
