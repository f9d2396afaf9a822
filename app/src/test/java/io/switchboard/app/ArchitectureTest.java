package io.switchboard.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The house's rules, checked on the compiled classes. */
@AnalyzeClasses(packages = "io.switchboard", importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** The fakes that modules share come in a jar, which the other option does not know for tests. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] OUTSIDE = {"io.switchboard.app..", "io.switchboard.bench..", "io.switchboard.servers.."};

  private static final DescribedPredicate<JavaMethodCall> OF_CHANCE = describe("it is of chance", call ->
      Set.of("java.lang.Math.random", "java.lang.StrictMath.random", "java.util.UUID.randomUUID").contains(name(call))
          || (name(call).equals("java.util.Collections.shuffle") && call.getTarget().getRawParameterTypes().size() == 1));

  private static final DescribedPredicate<JavaMethodCall> OF_A_CLOCK = describe("it asks the machine's clock", call ->
      Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Calendar.getInstance").contains(name(call))
          || (call.getTargetOwner().getPackageName().startsWith("java.time") && call.getName().equals("now"))
          || (call.getTargetOwner().isEquivalentTo(java.time.Clock.class) && call.getName().matches("(system|tick).*")));

  private static String name(JavaMethodCall call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }

  @ArchTest
  static final ArchRule technologiesStayInTheirAdapters =
      noClasses().that().resideOutsideOfPackages(OUTSIDE).and().resideOutsideOfPackage("..adapter..")
          .should().dependOnClassesThat()
          .resideInAnyPackage("org.asteriskjava..", "redis.clients..", "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..",
              "io.vertx..", "com.fasterxml..", "com.networknt..", "io.prometheus..", "io.micrometer..",
              "net.fortuna..");

  @ArchTest
  static final ArchRule adaptersDoNotSeeEachOther =
      slices().matching("io.switchboard.(**).adapter.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule modulesSeeCoreOnly =
      slices().matching("io.switchboard.(*)..").should().notDependOnEachOther()
          .ignoreDependency(resideInAnyPackage(OUTSIDE), resideInAnyPackage("io.switchboard.."))
          .ignoreDependency(resideInAnyPackage("io.switchboard.."), resideInAnyPackage("io.switchboard.core.."));

  @ArchTest
  static final ArchRule coreSeesNoOther =
      noClasses().that().resideInAPackage("io.switchboard.core..").should().dependOnClassesThat()
          .resideInAnyPackage("io.switchboard.ivr..", "io.switchboard.acd..", "io.switchboard.outbound..", "io.switchboard.desktop..",
              "io.switchboard.app..");

  @ArchTest
  static final ArchRule kernelsHaveNoClockNoChanceNoThreadNoLogger =
      noClasses().that()
          .resideInAnyPackage("io.switchboard.core.call", "io.switchboard.core.metric", "io.switchboard.core.state", "io.switchboard.acd..",
              "io.switchboard.outbound..",
              "io.switchboard.ivr.flow..", "io.switchboard.ivr.verb..", "io.switchboard.ivr.run..")
          .and().resideOutsideOfPackages("..adapter..", "..simulation..")
          .and().haveSimpleNameNotEndingWith("Stage").and().haveSimpleNameNotStartingWith("Live")
          .should().dependOnClassesThat().haveNameMatching("org\\.slf4j\\..*|java\\.lang\\.Thread|java\\.util\\.(Random|Timer|concurrent\\..*)")
          .orShould().dependOnClassesThat().haveNameMatching("java\\.util\\.SplittableRandom|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")
          .orShould().callMethodWhere(OF_CHANCE)
          .orShould().callMethodWhere(OF_A_CLOCK)
          .orShould().callConstructor(java.util.Date.class);

  @ArchTest
  static final ArchRule packagesHaveNoCycles = slices().matching("io.switchboard.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesAreNouns =
      classes().that().resideInAPackage("io.switchboard..").should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Service|Impl)(\\$.*)?");
}
