package dev.dmalint.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the analysis: which stage may know of which. */
@AnalyzeClasses(packages = "dev.dmalint.analyzer", importOptions = DoNotIncludeTests.class)
final class StagesTest {
  @ArchTest
  static final ArchRule aStageKnowsThoseBeforeIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("ir")
          .definedBy("dev.dmalint.analyzer.ir")
          .layer("frontend")
          .definedBy("dev.dmalint.analyzer.frontend")
          .layer("frontend.java")
          .definedBy("dev.dmalint.analyzer.frontend.java..")
          .layer("condition")
          .definedBy("dev.dmalint.analyzer.condition..")
          .layer("flow")
          .definedBy("dev.dmalint.analyzer.flow..")
          .layer("heap")
          .definedBy("dev.dmalint.analyzer.heap..")
          .layer("space")
          .definedBy("dev.dmalint.analyzer.space..")
          .layer("identity")
          .definedBy("dev.dmalint.analyzer.identity..")
          .layer("interpretation")
          .definedBy("dev.dmalint.analyzer.interpretation..")
          .layer("rule")
          .definedBy("dev.dmalint.analyzer.rule..")
          .layer("door")
          .definedBy("dev.dmalint.analyzer")
          .whereLayer("ir")
          .mayNotAccessAnyLayer()
          .whereLayer("frontend")
          .mayOnlyAccessLayers("ir")
          .whereLayer("frontend.java")
          .mayOnlyAccessLayers("ir", "frontend")
          .whereLayer("condition")
          .mayOnlyAccessLayers("ir")
          .whereLayer("flow")
          .mayOnlyAccessLayers("ir")
          .whereLayer("heap")
          .mayOnlyAccessLayers("ir", "flow")
          .whereLayer("space")
          .mayOnlyAccessLayers("ir", "flow", "condition", "heap")
          .whereLayer("identity")
          .mayOnlyAccessLayers("ir", "flow", "condition", "heap", "space")
          .whereLayer("interpretation")
          .mayOnlyAccessLayers("ir", "flow", "condition", "heap", "space", "identity")
          .whereLayer("rule")
          .mayOnlyAccessLayers("ir", "flow", "condition", "heap", "space")
          .whereLayer("door")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitecture()
          .because("source text becomes facts one stage after the other");

  @ArchTest
  static final ArchRule theFlowEngineKnowsNoModels =
      noClasses()
          .that()
          .resideInAnyPackage("dev.dmalint.analyzer.ir..", "dev.dmalint.analyzer.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.dmalint.models..")
          .allowEmptyShould(true)
          .because("the engine knows blocks, calls and worlds, and nothing of addresses");
}
