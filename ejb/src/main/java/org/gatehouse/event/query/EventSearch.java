package org.gatehouse.event.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds events by words: each word of the search has to begin a word of the event, whatever its case. */
final class EventSearch {

    /** What divides words, as the function {@code event_words} of the database has it. */
    private static final String DIVIDERS = "[^\\p{Alnum}\\p{L}_.@:-]+";
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 100;

    private EventSearch() {
    }

    /**
     * The condition, with its values added to the parameters.
     *
     * @return empty when nothing is searched for; a condition that is never true when the text holds no word
     */
    static Optional<String> condition(String search, List<Object> parameters) {
        if (search.isBlank()) {
            return Optional.empty();
        }
        String words = Stream.of(search.toLowerCase(Locale.ROOT).split(DIVIDERS)).filter(word -> !word.isEmpty()).distinct().limit(MOST_WORDS)
                .map(EventSearch::lexeme).collect(Collectors.joining(" & "));
        if (words.isEmpty()) {
            return Optional.of("1 = 0");
        }
        parameters.add(words);
        return Optional.of("event_words(o.action, o.app, o.client_ip, o.actor, o.context) @@ CAST(?" + parameters.size() + " AS tsquery)");
    }

    /** Quoted, so that no sign in it means anything: the dividers leave neither quotes nor backslashes. */
    private static String lexeme(String word) {
        return "'" + word.substring(0, Math.min(word.length(), LONGEST_WORD)) + "':*";
    }
}
