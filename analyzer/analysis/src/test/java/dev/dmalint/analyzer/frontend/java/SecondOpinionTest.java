package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JavaParser reads the same files: it must see the same methods and calls at the same places. */
final class SecondOpinionTest {
  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration()
              .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
              .setAttributeComments(false));

  @Test
  void agreesOnOurOwnSources() {
    agrees(Sources.below(Path.of("src/main/java")).files());
  }

  @Test
  void agreesOnEveryFamilyOfConstructs() {
    List<SourceFile> files =
        Sources.below(Path.of("src/test/resources/ir")).files().stream()
            .filter(file -> !file.path().equals("Unfinished.java"))
            .toList();
    agrees(files);
  }

  @Tag("full")
  @Test
  void agreesOnTheClassLibrary() throws IOException {
    Path home = Path.of(System.getProperty("sources.home", System.getProperty("java.home")));
    Path archive = home.resolve("lib/src.zip");
    Assumptions.assumeTrue(Files.isReadable(archive), "no lib/src.zip in " + home);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<SourceFile> files = new ArrayList<>();
      for (ZipEntry entry : zip.stream().filter(SecondOpinionTest::isInBase).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        files.add(new SourceFile(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
      }
      assertThat(agrees(files).gaps()).isEmpty();
    }
  }

  private static boolean isInBase(ZipEntry entry) {
    return entry.getName().matches("(java.base/)?java/(lang|util|io|nio)/.*\\.java")
        && !entry.getName().endsWith("-info.java");
  }

  private Lowered agrees(List<SourceFile> files) {
    Lowered lowered = new JavaFrontend().lower(files, new FrontendOptions(List.of(), 2, 120));
    assertThat(lowered.gaps()).noneMatch(gap -> gap.kind() == Gap.Kind.FAILED);
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    Set<String> ours = digest(lowered);
    Set<String> theirs = new TreeSet<>();
    for (SourceFile file : files) {
      Optional<CompilationUnit> tree = parser.parse(file.text()).getResult();
      tree.ifPresent(unit -> digest(unit, file.path(), theirs));
    }
    assertThat(theirs).isNotEmpty();
    Set<String> missed = new TreeSet<>(theirs);
    missed.removeAll(ours);
    assertThat(missed).isEmpty();
    return lowered;
  }

  private static Set<String> digest(Lowered lowered) {
    Set<String> lines = new TreeSet<>();
    for (Type type : lowered.program().types()) {
      for (Method method : type.methods()) {
        if (!method.flags().contains(Flag.SYNTHETIC)) {
          lines.add("method " + method.name().name() + " " + method.at());
        }
        for (Call call : Sources.steps(method, Call.class)) {
          SourceSpan at = call.at();
          lines.add("call " + call.callee().name() + " " + at);
        }
      }
    }
    return lines;
  }

  private static void digest(CompilationUnit tree, String path, Set<String> lines) {
    for (MethodDeclaration method : tree.findAll(MethodDeclaration.class)) {
      method
          .getName()
          .getBegin()
          .ifPresent(
              at ->
                  lines.add(
                      "method %s %s:%d:%d".formatted(method.getName(), path, at.line, at.column)));
    }
    for (MethodCallExpr call : tree.findAll(MethodCallExpr.class)) {
      boolean isDead = isUnderConstantCondition(call);
      if (!isDead) {
        call.getName()
            .getBegin()
            .ifPresent(
                at ->
                    lines.add(
                        "call %s %s:%d:%d".formatted(call.getName(), path, at.line, at.column)));
      }
    }
  }

  /** The branch that a constant rules out is not lowered. */
  private static boolean isUnderConstantCondition(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof IfStmt choice && choice.getCondition().isBooleanLiteralExpr()) {
        return true;
      }
    }
    return false;
  }
}
