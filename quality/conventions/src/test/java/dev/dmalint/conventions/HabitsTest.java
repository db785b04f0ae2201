package dev.dmalint.conventions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Habits that keep a result the same every time and a folder readable. */
@AnalyzeClasses(packages = "dev.dmalint", importOptions = DoNotIncludeTests.class)
final class HabitsTest {
  /** Apple's own names and shapes, and drivers written against them. */
  private static final String[] AS_APPLE_WRITES = {
    "dev.dmalint.iokit..", "dev.dmalint.driverkit..", "dev.dmalint.samples.."
  };

  @ArchTest
  static final ArchRule onlyTheCommandPrintsAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dmalint.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because(
              "data goes to standard output and words to standard error, decided in one place");

  @ArchTest
  static final ArchRule staticsAreFinal =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveName("gSystem")
          .and()
          .areNotDeclaredIn("dev.dmalint.iokit.VmParam")
          .should()
          .beFinal()
          .because("two scans in one JVM must not meet; IOMapper.gSystem is Apple's own");

  @ArchTest
  static final ArchRule staticsHoldNoState =
      noFields()
          .that()
          .areStatic()
          .and()
          .areNotDeclaredIn("dev.dmalint.iokit.BoundKernel")
          .should()
          .haveRawType(
              JavaClass.Predicates.resideInAnyPackage("java.util.concurrent..")
                  .or(JavaClass.Predicates.assignableTo(Iterable.class).and(aConcreteCollection()))
                  .or(
                      JavaClass.Predicates.assignableTo(java.util.Map.class)
                          .and(aConcreteCollection()))
                  .or(JavaClass.Predicates.assignableTo(StringBuilder.class))
                  .or(JavaClass.Predicates.assignableTo(ThreadLocal.class)))
          .because(
              "a final field whose content changes is a mutable static all the same; BoundKernel"
                  + " binds a machine to a thread so that machines do not meet");

  @ArchTest
  static final ArchRule noClockAndNoChanceInAResult =
      noClasses()
          .that(resideOutsideOfPackages("dev.dmalint.cli.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.time..")
                  .and(
                      DescribedPredicate.<JavaClass>describe(
                          "read the clock", type -> type.getSimpleName().equals("Clock")))
                  .or(JavaClass.Predicates.assignableTo(java.util.Random.class))
                  .or(JavaClass.Predicates.type(java.util.UUID.class)))
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.Locale.class, "getDefault")
          .because("the same input gives the same bytes; a date comes in as a value");

  @ArchTest
  static final ArchRule classesAreClosed =
      classes()
          .that(resideOutsideOfPackages(AS_APPLE_WRITES))
          .and()
          .areNotInterfaces()
          .and()
          .areNotAnonymousClasses()
          .and()
          .areNotEnums()
          .should(beFinalOrSealed())
          .because("we inherit from nothing for reuse, so nothing stays open by accident");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that(resideOutsideOfPackages(AS_APPLE_WRITES))
          .should()
          .haveNameMatching(
              ".*\\.(Abstract|Base)[A-Z][^.]*|.*(Utils?|Helper|Common|Manager|Impl|Base)")
          .because("such a name says nothing, and then everything moves in");

  @Test
  void everyPackageTellsWhatItTurnsIntoWhat() {
    for (Path folder : packages()) {
      if (folder.startsWith(Repository.file("sample-drivers"))) {
        continue;
      }
      assertThat(folder.resolve("package-info.java"))
          .as("the package's own page")
          .isRegularFile()
          .content()
          .contains("/**");
    }
  }

  @Test
  void everyPackageOfTheToolIsNullMarked() {
    assertThat(packages())
        .filteredOn(folder -> !isAsAppleWrites(folder))
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked"));
  }

  private static boolean isAsAppleWrites(Path folder) {
    return folder.startsWith(Repository.file("iokit/port"))
        || folder.startsWith(Repository.file("sample-drivers"));
  }

  private static List<Path> packages() {
    return Repository.modules().stream()
        .flatMap(module -> Repository.below(module + "/src/main/java", ".java").stream())
        .map(Path::getParent)
        .distinct()
        .toList();
  }

  private static DescribedPredicate<JavaClass> aConcreteCollection() {
    return DescribedPredicate.describe(
        "a collection class",
        type -> !type.isInterface() && type.getPackageName().equals("java.util"));
  }

  private static ArchCondition<JavaClass> beFinalOrSealed() {
    return new ArchCondition<>("be final or sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean closed =
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.getModifiers().contains(JavaModifier.SYNTHETIC)
                || type.getSimpleName().equals("package-info")
                || type.reflect().isSealed();
        if (!closed) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is open"));
        }
      }
    };
  }
}
