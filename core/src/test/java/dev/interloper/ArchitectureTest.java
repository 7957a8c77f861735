package dev.interloper;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasOwner;
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
import java.util.concurrent.ExecutorService;
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
    private static final String PROBE = "dev.interloper.core.probe";

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
            .and()
            .resideOutsideOfPackage(PROBE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(CORE, HANDSHAKE, CERTS, "java..", "org.slf4j..", "org.jspecify.."));

    @ArchTest
    static final ArchRule probe_dependsOnObservationsJavaAndItsTls = classes()
            .that()
            .resideInAPackage(PROBE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    PROBE, HANDSHAKE, CERTS, "java..", "javax.net.ssl..", "org.slf4j..", "org.jspecify.."));

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

    /** A probe opens sockets; a tap listens to sockets and engines that others have opened. */
    @ArchTest
    static final ArchRule network_isTouchedByNobodyButProbesAndTaps = noClasses()
            .that()
            .resideOutsideOfPackages("dev.interloper.handshake.tap..", PROBE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection)")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..");

    /** What a probe opens ends with the call: it serves nobody, and leaves HTTP's own connections and threads alone. */
    @ArchTest
    static final ArchRule probes_neitherServeNorKeepConnections = noClasses()
            .that()
            .resideInAPackage(PROBE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(ServerSocket|URLConnection|HttpURLConnection)")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

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
    static final ArchRule threads_areStartedByNobodyButTheResolver = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PROBE + ".Lookup")
            .should()
            .callConstructorWhere(
                    JavaCall.Predicates.target(HasOwner.Predicates.With.owner(assignableTo(Thread.class))))
            .orShould()
            .callMethodWhere(calls("java.lang.Thread", "start", "startVirtualThread"))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ExecutorService.class);

    /** That the calling thread is interrupted ends a probe; a caller's executor asks the resolver. */
    @ArchTest
    static final ArchRule threads_areNobodysBusinessButProbes = noClasses()
            .that()
            .resideOutsideOfPackage(PROBE)
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
