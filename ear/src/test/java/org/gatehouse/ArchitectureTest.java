package org.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.provider.oauth2.authorize.RedirectTargets;
import org.gatehouse.provider.oauth2.metadata.RegisteredOrigins;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.Sessions;

/** The rules of the house that a compiler cannot check; {@code docs/architecture.md} gives the reasons. */
@AnalyzeClasses(packages = "org.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PERSISTENCE = "org.gatehouse.model..";
    private static final String WEB = "org.gatehouse.web..";
    private static final String BATCH = "org.gatehouse.batch..";
    private static final String LAUNCHER = "org.gatehouse.launcher..";

    // Modules

    @ArchTest
    static final ArchRule onlyPersistenceTouchesTheEntityManager = noClasses().that().resideOutsideOfPackage(PERSISTENCE)
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule persistenceKnowsNothingOfTheRest = noClasses().that().resideInAPackage(PERSISTENCE)
            .should().dependOnClassesThat(resideInAPackage("org.gatehouse..").and(not(resideInAPackage(PERSISTENCE))));

    @ArchTest
    static final ArchRule nothingUsesTheWeb = noClasses().that().resideOutsideOfPackage(WEB)
            .should().dependOnClassesThat().resideInAPackage(WEB);

    @ArchTest
    static final ArchRule nothingUsesBatch = noClasses().that().resideOutsideOfPackage(BATCH)
            .should().dependOnClassesThat().resideInAPackage(BATCH);

    @ArchTest
    static final ArchRule theProductDoesNotKnowItsLauncher = noClasses().that().resideOutsideOfPackage(LAUNCHER)
            .should().dependOnClassesThat().resideInAPackage(LAUNCHER);

    @ArchTest
    static final ArchRule theDomainSpeaksNoHttp = noClasses().that().resideOutsideOfPackages(WEB, LAUNCHER)
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "jakarta.faces..");

    @ArchTest
    static final ArchRule onlyBatchKnowsJakartaBatch = noClasses().that().resideOutsideOfPackage(BATCH)
            .should().dependOnClassesThat().resideInAPackage("jakarta.batch..");

    // Defences

    /** An application policy or a disabled account is checked in one place, which no protocol can go around. */
    @ArchTest
    static final ArchRule onlyTheGateAdmits = noClasses().that().doNotBelongToAnyOf(LoginGate.class, AdmittedUser.class)
            .should().callConstructorWhere(target(
                    owner(
                            name(AdmittedUser.class.getName()))));

    @ArchTest
    static final ArchRule onlyTheLoginStageOpensSessions = noClasses().that().resideOutsideOfPackage("org.gatehouse.flow.stage.userlogin..")
            .should().callMethodWhere(target(
                    owner(
                            name(Sessions.class.getName())))
                    .and(target(
                            name("open"))));

    /** Codes and tokens are rows that only these make; both take an {@link AdmittedUser}. */
    @ArchTest
    static final ArchRule onlyIssuersMakeCodesAndTokens = noClasses()
            .that().doNotHaveFullyQualifiedName("org.gatehouse.provider.oauth2.authorize.CodeRecord")
            .and().doNotHaveFullyQualifiedName("org.gatehouse.provider.oauth2.token.IssuedTokens")
            .should().callConstructorWhere(target(owner(
                    name(AuthorizationCode.class.getName()).or(name(OAuthToken.class.getName())))));

    /** Whoever issues for somebody asks for an admitted user, not for a user. */
    @ArchTest
    static final ArchRule issuersTakeAdmittedUsers = classes()
            .that().haveFullyQualifiedName("org.gatehouse.provider.oauth2.token.RedeemedGrant")
            .should().dependOnClassesThat().haveFullyQualifiedName(AdmittedUser.class.getName());

    /**
     * Whether a URL is a registered one is decided by {@code RedirectUri}, which asks {@code UrlMatch}; nobody else gets hold of the
     * registered text to compare it in a way of their own. {@code RedirectTargets} uses a sole one as the default, CORS takes origins from it.
     */
    @ArchTest
    static final ArchRule redirectUrisAreMatchedInOnePlace = noClasses()
            .that().doNotBelongToAnyOf(RedirectUri.class, RedirectTargets.class, RegisteredOrigins.class)
            .should().callMethodWhere(target(owner(name(RedirectUri.class.getName()))).and(target(name("url"))));

    // Plug-ins

    @ArchTest
    static final ArchRule stagesAreIndependent = slices().matching("org.gatehouse.flow.stage.(*)..")
            .should().notDependOnEachOther().allowEmptyShould(true);

    @ArchTest
    static final ArchRule policiesAreIndependent = slices().matching("org.gatehouse.policy.(*)..")
            .should().notDependOnEachOther().allowEmptyShould(true);

    @ArchTest
    static final ArchRule providersAreIndependent = slices().matching("org.gatehouse.provider.(*)..")
            .should().notDependOnEachOther().allowEmptyShould(true);

    @ArchTest
    static final ArchRule theTypeCoreKnowsNoType = noClasses().that().resideInAPackage("org.gatehouse.type..")
            .should().dependOnClassesThat().resideInAnyPackage("org.gatehouse.flow.stage..", "org.gatehouse.policy.*..",
                    "org.gatehouse.provider.*..", "org.gatehouse.mapping.*..");

    // Time

    @ArchTest
    static final ArchRule timeIsInjected = noClasses().that().resideOutsideOfPackages("org.gatehouse.clock..", LAUNCHER)
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callConstructor(Date.class)
            .orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone");

    // Names

    @ArchTest
    static final ArchRule packagesAreNamedBySubject = noClasses().should().resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..", "..misc..");

    @ArchTest
    static final ArchRule classesAreNamedByWhatTheyAre = classes().should()
            .haveSimpleNameNotEndingWith("Util").andShould().haveSimpleNameNotEndingWith("Utils")
            .andShould().haveSimpleNameNotEndingWith("Helper").andShould().haveSimpleNameNotEndingWith("Manager")
            .andShould().haveSimpleNameNotEndingWith("Impl").andShould().haveSimpleNameNotEndingWith("Dto")
            .andShould().haveSimpleNameNotEndingWith("Base");

    // Layers

    @ArchTest
    static final ArchRule foundationsKnowNoEngine = noClasses().that().resideInAnyPackage("org.gatehouse.access..", "org.gatehouse.event..",
            "org.gatehouse.crypto..", "org.gatehouse.session..", "org.gatehouse.type..", "org.gatehouse.cache..", "org.gatehouse.clock..")
            .should().dependOnClassesThat().resideInAnyPackage("org.gatehouse.flow..", "org.gatehouse.policy..", "org.gatehouse.provider..",
                    "org.gatehouse.mapping..", "org.gatehouse.blueprint..", "org.gatehouse.startup..");
}
