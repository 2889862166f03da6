package org.gatehouse.event.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds events by words, whatever their case: each word of the search has to begin one of the event, and parts that are joined ({@code
 * alice@example.com}) have to follow each other.
 */
final class EventSearch {

    /** What divides words, as the function {@code event_words} of the database has it. */
    private static final String DIVIDERS = "[^\\p{Alnum}\\p{L}.]+";
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 100;

    private EventSearch() {
    }

    /** The words as a {@code tsquery}; empty when the text holds none. */
    static Optional<String> words(String search) {
        return Optional.of(Stream.of(search.strip().split("\\s+")).map(EventSearch::phrase).filter(phrase -> !phrase.isEmpty()).distinct()
                .limit(MOST_WORDS).collect(Collectors.joining(" & "))).filter(words -> !words.isEmpty());
    }

    /** The parts of one word, each quoted: the dividers leave neither quotes nor backslashes, so no sign in it means anything. */
    private static String phrase(String word) {
        List<String> parts = Stream.of(word.split(DIVIDERS)).filter(part -> part.matches(".*[\\p{Alnum}\\p{L}].*")).limit(MOST_WORDS)
                .map(part -> "'" + part.substring(0, Math.min(part.length(), LONGEST_WORD)) + "'").toList();
        return parts.isEmpty() ? "" : "(" + String.join(" <-> ", parts) + ":*)";
    }
}
