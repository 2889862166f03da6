package org.gatehouse.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the pages: {@code org/gatehouse/web/messages.properties} and its translations. */
public final class PageText {

    /** The bundle as Faces knows it, {@code #{msg['…']}}. */
    public static final String BUNDLE = "org.gatehouse.web.messages";

    private PageText() {
    }

    /** The language of the pages for somebody who asks for {@code wanted}: German, else English. */
    public static Locale localeOf(Locale wanted) {
        return wanted.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }

    /** The text, or the key itself when there is none. */
    public static String of(String key, Locale locale) {
        return find(key, locale).orElse(key);
    }

    public static Optional<String> find(String key, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, PageText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
