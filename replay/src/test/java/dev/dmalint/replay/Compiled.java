package dev.dmalint.replay;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Programs as the JDK compiles and runs them. */
public final class Compiled {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private Compiled() {}

  /** {@return the programs, compiled in memory} */
  public static Compiled of(List<ProgramText> programs) {
    Compiled compiled = new Compiled();
    compiled.compile(programs);
    return compiled;
  }

  private void compile(List<ProgramText> programs) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(messages, Locale.ROOT, null);
    List<JavaFileObject> sources = new ArrayList<>();
    programs.forEach(program -> sources.add(new Source(program)));
    List<String> options = List.of("--release", "17", "-nowarn", "-proc:none");
    boolean isDone =
        compiler.getTask(null, new InMemory(standard), messages, options, null, sources).call();
    if (!isDone) {
      Diagnostic<?> first =
          messages.getDiagnostics().stream()
              .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
              .findFirst()
              .orElseThrow();
      throw new IllegalArgumentException(first.toString());
    }
  }

  /** {@return what {@code static String run()} of a class gives, or what it throws} */
  public String run(String name, boolean assertions) {
    Loader loader = new Loader();
    loader.setDefaultAssertionStatus(assertions);
    try {
      Method run = loader.loadClass(name).getDeclaredMethod("run");
      run.setAccessible(true);
      return String.valueOf(run.invoke(null));
    } catch (InvocationTargetException thrown) {
      return "threw " + thrown.getCause();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Loads what was compiled. */
  private final class Loader extends ClassLoader {
    Loader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(ProgramText program) {
      super(URI.create("string:///" + program.name() + ".java"), Kind.SOURCE);
      this.text = program.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }

  private final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    InMemory(StandardJavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String name,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
