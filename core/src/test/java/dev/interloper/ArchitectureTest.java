package dev.interloper;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The direction of the arrows, and what nobody in the house may do. */
@AnalyzeClasses(
        packages = {"dev.interloper.handshake", "dev.interloper.certs", "dev.interloper.core"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HANDSHAKE = "dev.interloper.handshake..";
    private static final String CERTS = "dev.interloper.certs..";
    private static final String CORE = "dev.interloper.core..";

    @ArchTest
    static void importedClasses_always_areThoseOfAllThreeModules(JavaClasses imported) {
        for (String module : List.of("handshake", "certs", "core")) {
            assertThat(imported.that(resideInAPackage("dev.interloper." + module + "..")))
                    .as(module)
                    .hasSizeGreaterThan(30);
        }
    }

    @ArchTest
    static final ArchRule handshake_dependsOnNothingButJavaAndSlf4j = classes()
            .that()
            .resideInAPackage(HANDSHAKE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    HANDSHAKE, "java..", "javax.crypto..", "javax.net.ssl..", "org.slf4j..", "org.jspecify.."));

    @ArchTest
    static final ArchRule certs_dependsOnNothingButJavaBouncyCastleAndSlf4j = classes()
            .that()
            .resideInAPackage(CERTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CERTS,
                    "java..",
                    "javax.security.auth..",
                    "javax.xml.stream..",
                    "org.bouncycastle..",
                    "org.slf4j..",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule core_dependsOnItsTwoLeavesAndJava = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(CORE, HANDSHAKE, CERTS, "java..", "org.slf4j..", "org.jspecify.."));

    @ArchTest
    static final ArchRule bouncyCastle_staysOutOfPublicSignatures = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should(keepOutOfSignatures(
                    "Bouncy Castle", type -> type.getPackageName().startsWith("org.bouncycastle")));

    @ArchTest
    static final ArchRule handshake_usesNobodyElsesInternals = usesOnlyItsOwnInternals(HANDSHAKE);

    @ArchTest
    static final ArchRule certs_usesNobodyElsesInternals = usesOnlyItsOwnInternals(CERTS);

    @ArchTest
    static final ArchRule core_usesNobodyElsesInternals = usesOnlyItsOwnInternals(CORE);

    /** A tap listens to sockets and engines that others have opened. */
    @ArchTest
    static final ArchRule network_isTouchedByNobodyButTaps = noClasses()
            .that()
            .resideOutsideOfPackage("dev.interloper.handshake.tap..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection)")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..");

    @ArchTest
    static final ArchRule reflection_isUsedByNobody = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
            .orShould()
            .callMethod(Class.class, "forName", String.class);

    @ArchTest
    static final ArchRule providers_areInstalledByNobody = noClasses()
            .should()
            .callMethodWhere(calls("java.security.Security", "addProvider", "insertProviderAt", "setProperty"));

    @ArchTest
    static final ArchRule output_isNobodysBusiness = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(calls("java.lang.Throwable", "printStackTrace"))
            .orShould()
            .callMethodWhere(calls("java.lang.System", "exit", "setProperty"));

    @ArchTest
    static final ArchRule wallClock_isReadOnlyThroughAClock = noClasses()
            .should()
            .callMethodWhere(calls("java.lang.System", "currentTimeMillis", "nanoTime"))
            .orShould()
            .callMethodWhere(calls("java.time.Instant", "now"))
            .orShould()
            .callMethodWhere(calls("java.time.LocalDate", "now"))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule threads_areStartedByNobody = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    @ArchTest
    static final ArchRule packagesOfHandshake_haveNoCycles =
            slices().matching("dev.interloper.handshake.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfCerts_haveNoCycles =
            slices().matching("dev.interloper.certs.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfCore_haveNoCycles =
            slices().matching("dev.interloper.core.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_sayWhatATypeIs = noClasses()
            .that()
            .resideInAPackage("dev.interloper..")
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)");

    @ArchTest
    static final ArchRule byteArrays_areNoPublicFields = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should(new ArchCondition<JavaClass>("not expose byte[] as a field or record component") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaField field : type.getFields()) {
                        boolean open = field.getModifiers().contains(JavaModifier.PUBLIC) || type.isRecord();
                        if (open && field.getRawType().isEquivalentTo(byte[].class)) {
                            events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                        }
                    }
                }
            });

    private static ArchRule usesOnlyItsOwnInternals(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.interloper..internal..").and(resideOutsideOfPackage(module)));
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String... methods) {
        List<String> names = List.of(methods);
        return DescribedPredicate.describe(
                owner + "." + names,
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && names.contains(call.getTarget().getName()));
    }

    private static ArchCondition<JavaClass> keepOutOfSignatures(String what, Predicate<JavaClass> forbidden) {
        return new ArchCondition<>("keep " + what + " out of public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAllRawSuperclasses().stream()
                        .filter(forbidden)
                        .forEach(bad -> events.add(SimpleConditionEvent.violated(type, type + " extends " + bad)));
                Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(member -> involved(member).stream().anyMatch(forbidden))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getDescription())));
            }
        };
    }

    private static List<JavaClass> involved(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField field) {
            types.add(field.getType());
        } else if (member instanceof JavaCodeUnit unit) {
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
        }
        return types.stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .toList();
    }
}
