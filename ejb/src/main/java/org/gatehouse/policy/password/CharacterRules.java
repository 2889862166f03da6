package org.gatehouse.policy.password;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.gatehouse.policy.PolicyVerdict;

/** How long a password is and what it consists of. Characters are those a person sees: one outside of the basic plane counts once. */
final class CharacterRules {

    private CharacterRules() {
    }

    static PolicyVerdict check(String password, PasswordPolicySettings settings) {
        List<String> broken = new ArrayList<>();
        require(password, settings.lengthMin(), character -> true, "characters", broken);
        require(password, settings.amountUppercase(), Character::isUpperCase, "upper case letters", broken);
        require(password, settings.amountLowercase(), Character::isLowerCase, "lower case letters", broken);
        require(password, settings.amountDigits(), Character::isDigit, "digits", broken);
        require(password, settings.amountSymbols(), symbol -> settings.symbolCharset().indexOf(symbol) >= 0, "symbols", broken);
        if (broken.isEmpty()) {
            return PolicyVerdict.pass();
        }
        return settings.errorMessage().isBlank() ? new PolicyVerdict(false, broken) : PolicyVerdict.deny(settings.errorMessage());
    }

    private static void require(String password, int amount, IntPredicate kind, String what, List<String> broken) {
        if (password.codePoints().filter(kind).count() < amount) {
            broken.add("The password needs at least " + amount + " " + what + ".");
        }
    }
}
