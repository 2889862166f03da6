package org.gatehouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void translatesEveryTextOfThePages() {
        Set<String> english = pageTexts(Locale.ROOT);

        assertThat(pageTexts(Locale.GERMAN)).containsAll(english);
    }

    @Test
    void fallsBackToTheKey() {
        assertThat(PageText.of("no.such.text", Locale.GERMAN)).isEqualTo("no.such.text");
        assertThat(PageText.localeOf(Locale.JAPANESE)).isEqualTo(Locale.ENGLISH);
    }

    /** Labels of fields and choices fall back to a readable name; everything else has to be there. */
    private static Set<String> pageTexts(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(PageText.BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Set<String> own = locale.equals(Locale.ROOT) ? bundle.keySet() : ownKeys(locale);
        return own.stream().filter(key -> !key.startsWith("field.") && !key.startsWith("choice.")).collect(Collectors.toSet());
    }

    private static Set<String> ownKeys(Locale locale) {
        java.util.Properties own = new java.util.Properties();
        try (var stream = PageText.class.getClassLoader().getResourceAsStream("org/gatehouse/web/messages_" + locale.getLanguage() + ".properties")) {
            own.load(stream);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return own.stringPropertyNames();
    }
}
