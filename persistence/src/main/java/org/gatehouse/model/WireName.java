package org.gatehouse.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An enum constant that the database and the API know by a name of their own: the constant's name in lower case. */
public interface WireName {

    String name();

    /** The name on the wire and in the database, such as {@code message_continue}. */
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of {@code type} with this wire name, or empty. */
    static <E extends Enum<E> & WireName> Optional<E> find(Class<E> type, String wireName) {
        return Stream.of(type.getEnumConstants()).filter(constant -> constant.wireName().equals(wireName)).findFirst();
    }

    /**
     * What a column keeps of a constant. For converters, which implement their interface directly: EclipseLink does not find
     * the types of one that inherits them.
     */
    static String write(WireName constant) {
        return constant == null ? null : constant.wireName();
    }

    /** The constant that a column keeps. */
    static <E extends Enum<E> & WireName> E read(Class<E> type, String stored) {
        return stored == null ? null : find(type, stored)
                .orElseThrow(() -> new IllegalStateException("unknown " + type.getSimpleName() + " in the database: " + stored));
    }
}
