package org.gatehouse.web.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.web.page.PageText;

/** Translates the sentences that stages and policies say, which the bundle has under {@code said.} and the English sentence. */
final class SaidSentence {

    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,9}\\b");

    private SaidSentence() {
    }

    /** The sentence in a language; one with a number is found as that with <code>{0}</code> in its place; others stay as they are. */
    static String in(Locale locale, String sentence) {
        return PageText.find("said." + sentence, locale).or(() -> withNumber(locale, sentence)).orElse(sentence);
    }

    private static Optional<String> withNumber(Locale locale, String sentence) {
        Matcher number = NUMBER.matcher(sentence);
        return number.find() ? PageText.find("said." + number.replaceFirst("{0}"), locale).map(text -> text.replace("{0}", number.group()))
                : Optional.empty();
    }
}
