package org.gatehouse.policy.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.directory.User;

/** How hard a password is to guess, by zxcvbn (Wheeler, USENIX Security 2016): 0 for at once, 4 for very hard. */
final class GuessEstimate {

    /** Time grows faster than length, and the beginning of a longer password is enough for the best score. */
    private static final int LOOKED_AT = 100;

    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private GuessEstimate() {
    }

    /** The score; a password made from what is known about its owner is easy to guess. */
    static int of(String password, Optional<User> owner) {
        Strength strength = ZXCVBN.measure(password.substring(0, Math.min(password.length(), LOOKED_AT)), known(owner));
        try {
            return strength.getScore();
        } finally {
            strength.wipe();
        }
    }

    private static List<String> known(Optional<User> owner) {
        return owner.stream().flatMap(user -> Stream.of(user.getUsername(), user.getName(), user.getEmail()))
                .filter(text -> text != null && !text.isBlank()).toList();
    }
}
