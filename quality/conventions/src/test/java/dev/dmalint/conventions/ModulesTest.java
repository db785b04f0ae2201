package dev.dmalint.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may see which. The poms are the first fence, this is the second. */
@AnalyzeClasses(packages = "dev.dmalint", importOptions = DoNotIncludeTests.class)
final class ModulesTest {
  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("findings")
          .definedBy("dev.dmalint.findings..")
          .layer("models")
          .definedBy("dev.dmalint.models..")
          .layer("analysis")
          .definedBy("dev.dmalint.analyzer..")
          .layer("replay")
          .definedBy("dev.dmalint.replay..")
          .layer("rules")
          .definedBy("dev.dmalint.rules..")
          .layer("reports")
          .definedBy("dev.dmalint.reports..")
          .layer("scan")
          .definedBy("dev.dmalint.scan..")
          .layer("cli")
          .definedBy("dev.dmalint.cli..")
          .whereLayer("findings")
          .mayNotAccessAnyLayer()
          .whereLayer("models")
          .mayOnlyAccessLayers("findings")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("findings", "models")
          .whereLayer("replay")
          .mayOnlyAccessLayers("findings", "analysis")
          .whereLayer("rules")
          .mayOnlyAccessLayers("findings", "analysis")
          .whereLayer("reports")
          .mayOnlyAccessLayers("findings")
          .whereLayer("scan")
          .mayOnlyAccessLayers("findings", "models", "analysis", "rules")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .because("a stage hands on plain values and knows nothing of who reads them");

  @ArchTest
  static final ArchRule theToolDoesNotMeetThePort =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.dmalint.findings..",
              "dev.dmalint.models..",
              "dev.dmalint.analyzer..",
              "dev.dmalint.rules..",
              "dev.dmalint.reports..",
              "dev.dmalint.scan..",
              "dev.dmalint.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dmalint.iokit..",
              "dev.dmalint.driverkit..",
              "dev.dmalint.machine..",
              "dev.dmalint.samples..")
          .allowEmptyShould(true)
          .because(
              "nothing in the engine knows IOKit, models name its calls; and `run` finds the"
                  + " machine as a service, so that a scan starts without it");

  @ArchTest
  static final ArchRule thePortDependsOnNothing =
      noClasses()
          .that()
          .resideInAnyPackage("dev.dmalint.iokit..", "dev.dmalint.driverkit..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "dev.dmalint.iokit..", "dev.dmalint.driverkit..")
          .allowEmptyShould(true)
          .because("a driver author puts one jar on the class path");

  @ArchTest
  static final ArchRule theMachineSeesThePortAndTheModels =
      noClasses()
          .that()
          .resideInAPackage("dev.dmalint.machine..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "org.jspecify..",
              "dev.dmalint.machine..",
              "dev.dmalint.iokit..",
              "dev.dmalint.driverkit..",
              "dev.dmalint.models..")
          .allowEmptyShould(true)
          .because("it runs drivers, and knows nothing of how they are analysed");

  @ArchTest
  static final ArchRule samplesSeeThePortOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.dmalint.samples..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..", "dev.dmalint.iokit..", "dev.dmalint.driverkit..", "dev.dmalint.samples..")
          .allowEmptyShould(true)
          .because("a sample is what a driver author writes");

  @ArchTest
  static final ArchRule onlyTheJavaFrontEndMeetsJdt =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dmalint.analyzer.frontend.java..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse..")
          .allowEmptyShould(true)
          .because("another language is another front end, and nothing after it may notice");

  @ArchTest
  static final ArchRule onlyTheCommandMeetsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dmalint.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .allowEmptyShould(true)
          .because("a scan has other doors than the command line");

  @ArchTest
  static final ArchRule onlyReadersAndWritersMeetJackson =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.dmalint.models..",
              "dev.dmalint.reports..",
              "dev.dmalint.scan..",
              "dev.dmalint.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
          .allowEmptyShould(true)
          .because("text becomes records at the edge, once");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("dev.dmalint.(**)")
          .should()
          .beFreeOfCycles()
          .because("a reader starts at the bottom");
}
