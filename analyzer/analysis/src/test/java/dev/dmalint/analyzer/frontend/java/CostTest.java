package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.dom.AST;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTParser;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.FileASTRequestor;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.SimpleName;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the front end costs beside JDT's public tree and beside javac, over the sources in the
 * folder that the property {@code corpus} names; decision 6 quotes it. For figures of a cold start
 * run one test at a time.
 */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CostTest {
  private static Path corpus() {
    String folder = System.getProperty("corpus");
    Assumptions.assumeTrue(folder != null, "no -Dcorpus=FOLDER");
    return Path.of(folder);
  }

  private static List<SourceFile> files() {
    return Sources.below(corpus()).files().stream()
        .filter(file -> !file.path().endsWith("-info.java"))
        .toList();
  }

  /** Does some work and prints what it took. */
  private static void measure(String what, List<SourceFile> files, Runnable work) {
    long lines = files.stream().mapToLong(file -> file.text().lines().count()).sum();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "%s: %.1f s, %.0f lines/s, at most %d MB of heap%n",
        what, seconds, lines / seconds, bytes >> 20);
    assertThat(lines).isPositive();
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  @Test
  @Order(1)
  void ourFrontEndLowersAll() {
    List<SourceFile> files = files();
    measure(
        "compiler's tree, resolved and lowered",
        files,
        () -> {
          Lowered lowered = new JavaFrontend().lower(files, new FrontendOptions(List.of(), 1, 60));
          assertThat(lowered.files()).hasSize(files.size());
        });
  }

  @Test
  @Order(2)
  void thePublicTreeResolvesEachExpression() {
    List<SourceFile> files = files();
    Path root = corpus();
    measure("public tree, resolved", files, () -> publicTree(files, root));
  }

  private static void publicTree(List<SourceFile> files, Path root) {
    ASTParser parser = ASTParser.newParser(AST.getJLSLatest());
    Map<String, String> options = JavaCore.getOptions();
    JavaCore.setComplianceOptions(JavaCore.latestSupportedJavaVersion(), options);
    parser.setCompilerOptions(options);
    parser.setResolveBindings(true);
    parser.setBindingsRecovery(true);
    parser.setStatementsRecovery(true);
    String[] folders = {root.toString()};
    parser.setEnvironment(new String[0], folders, new String[] {"UTF-8"}, true);
    String[] paths =
        files.stream().map(file -> root.resolve(file.path()).toString()).toArray(String[]::new);
    parser.createASTs(paths, null, new String[0], new Asking(), null);
  }

  /** Asks for what a lowering would ask for. */
  private static final class Asking extends FileASTRequestor {
    @Override
    public void acceptAST(String path, CompilationUnit tree) {
      tree.accept(
          new ASTVisitor() {
            @Override
            public void preVisit(ASTNode node) {
              if (node instanceof Expression expression) {
                expression.resolveConstantExpressionValue();
                expression.resolveTypeBinding();
              }
              if (node instanceof MethodInvocation call) {
                call.resolveMethodBinding();
              } else if (node instanceof SimpleName name) {
                name.resolveBinding();
              }
            }
          });
    }
  }

  @Test
  @Order(3)
  void javacAnalysesTheSame() throws IOException {
    List<SourceFile> files = files();
    Path root = corpus();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = files.stream().map(file -> root.resolve(file.path())).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  new PrintWriter(Writer.nullWriter()),
                  manager,
                  problem -> {},
                  List.of("-proc:none", "-Xmaxerrs", "1000000", "--should-stop=ifError=FLOW"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      measure("javac -proc:none, analysed", files, () -> analyse(task));
    }
    assertThat(Files.isDirectory(root)).isTrue();
  }

  private static void analyse(JavacTask task) {
    try {
      task.parse();
      task.analyze();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
