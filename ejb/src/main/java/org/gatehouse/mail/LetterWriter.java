package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * Writes letters out. A template names values ({@code {{ url }}}) and sentences of the product in the person's language
 * ({@code {{ text.password_reset.intro }}}), which name values themselves.
 */
@ApplicationScoped
public class LetterWriter {

    private static final String SENTENCE = "text.";
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    private MailTemplates templates;

    public LetterWriter() {
    }

    LetterWriter(MailTemplates templates) {
        this.templates = templates;
    }

    /** @throws IllegalArgumentException when there is no such template */
    WrittenLetter write(Letter letter) {
        PlaceholderText html = templates.find(letter.template())
                .orElseThrow(() -> new IllegalArgumentException("There is no mail template " + letter.template() + "."));
        ResourceBundle sentences = ResourceBundle.getBundle("org.gatehouse.mail.messages", letter.locale(), NO_FALLBACK);
        String subject = subject(letter, sentences);
        Letter complete = letter.with("subject", subject).with("language", letter.locale().getLanguage());
        String text = templates.findText(letter.template()).orElseGet(() -> new PlaceholderText("{{ subject }}\n\n{{ url }}\n{{ code }}\n"))
                .filled(name -> value(complete, sentences, name, PlaceholderText.PLAIN));
        return new WrittenLetter(letter.to(), subject,
                html.filled(name -> value(complete, sentences, name, PlaceholderText.HTML)), text, letter.server());
    }

    private static String subject(Letter letter, ResourceBundle sentences) {
        String key = letter.template().replaceFirst("^email/", "").replaceFirst("\\.html$", "") + ".subject";
        String given = letter.subject().isBlank() && sentences.containsKey(key) ? sentences.getString(key) : letter.subject();
        String filled = new PlaceholderText(given).filled(name -> name.equals("url") || name.equals("code") ? "" : letter.values().get(name));
        return PlaceholderText.PLAIN.apply(filled).strip();
    }

    private static String value(Letter letter, ResourceBundle sentences, String name, UnaryOperator<String> escape) {
        if (name.startsWith(SENTENCE)) {
            String sentence = escape.apply(sentence(sentences, name.substring(SENTENCE.length())));
            return new PlaceholderText(sentence).filled(inner -> escaped(letter, inner, escape));
        }
        return escaped(letter, name, escape);
    }

    private static String escaped(Letter letter, String name, UnaryOperator<String> escape) {
        String value = letter.values().get(name);
        return value == null ? null : escape.apply(value);
    }

    private static String sentence(ResourceBundle sentences, String key) {
        try {
            return sentences.getString(key);
        } catch (MissingResourceException unknown) {
            return "";
        }
    }

    /** The language of a tag such as {@code de} or {@code de_DE}, or English. */
    public static Locale locale(String tag) {
        Locale asked = Locale.forLanguageTag(tag.replace('_', '-'));
        return asked.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
}
