package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Row.Target;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows name what is there, and what moves addresses has a row. */
final class RowTargetsTest {
  /**
   * Methods of the port with a {@code long} among parameters or results that neither make nor take
   * nor move an address.
   */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "IORegistryEntry.setProperty",
          "DmaUse.maxSegment"); // Between port and machine; drivers do not meet it.

  private final Universe universe = ModelReader.builtIn();

  @Test
  void everyRowNamesAMethodOrFieldThatIsThere() throws ClassNotFoundException {
    List<String> missing = new ArrayList<>();
    for (Row row : universe.rows()) {
      if (row.target() instanceof Target.Call call) {
        Class<?> owner = load(call.owner());
        boolean found =
            call.name().equals("*") || executables(owner, call.name()).anyMatch(m -> fits(call, m));
        if (!found) {
          missing.add(row.origin() + ": " + call.owner() + "." + call.name() + call.types());
        }
      } else if (row.target() instanceof Target.FieldRead read) {
        boolean found =
            Arrays.stream(load(read.owner()).getDeclaredFields())
                .map(Field::getName)
                .anyMatch(read.name()::equals);
        if (!found) {
          missing.add(row.origin() + ": " + read.owner() + "." + read.name());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyObjectThatARowMakesIsOfATypeThatIsThere() {
    Set<String> missing = new TreeSet<>();
    for (Row row : universe.rows()) {
      for (Action action : row.actions()) {
        if (action instanceof Action.Make make && !exists(make.type())) {
          missing.add(row.origin() + ": " + make.type());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyMethodOfThePortThatHandlesALongHasARowOrIsKnownToDoNothing() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (Class<?> type : portTypes()) {
      for (Method method : type.getDeclaredMethods()) {
        String name = type.getSimpleName() + "." + method.getName();
        boolean counts =
            Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && handlesLong(method);
        if (counts && !WITHOUT_EFFECT.contains(name) && !hasRow(type, method)) {
          missing.add(name + Arrays.toString(method.getParameterTypes()));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private boolean hasRow(Class<?> type, Method method) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      String name = owner.getName();
      boolean found =
          universe.rows().stream()
              .anyMatch(
                  row ->
                      row.target() instanceof Target.Call call
                          && call.owner().equals(name)
                          && call.name().equals(method.getName())
                          && fits(call, method));
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean handlesLong(Method method) {
    return Stream.concat(
            Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()))
        .anyMatch(type -> type == long.class || type == long[].class);
  }

  private static List<Class<?>> portTypes() throws Exception {
    List<Class<?>> result = new ArrayList<>();
    for (String name : List.of("dev.dmalint.iokit", "dev.dmalint.driverkit")) {
      URI folder =
          RowTargetsTest.class.getClassLoader().getResource(name.replace('.', '/')).toURI();
      for (String file : names(folder)) {
        Class<?> type = load(name + "." + file.replace(".class", ""));
        if (isOpen(type) && !type.isInterface()) {
          result.add(type);
        }
      }
    }
    return result;
  }

  /** Whether a driver can name the type: it and all around it are public. */
  private static boolean isOpen(Class<?> type) {
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      if (!Modifier.isPublic(outer.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(URI folder) throws IOException, URISyntaxException {
    if (folder.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        String text = folder.toString();
        return names(jar.getPath(text.substring(text.indexOf('!') + 1)));
      }
    }
    return names(Path.of(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .sorted()
          .toList();
    }
  }

  private static Stream<Executable> executables(Class<?> owner, String name) {
    Stream<? extends Executable> found =
        name.equals("<init>")
            ? Arrays.stream(owner.getDeclaredConstructors())
            : Stream.concat(
                    Arrays.stream(owner.getDeclaredMethods()), Arrays.stream(owner.getMethods()))
                .filter(method -> method.getName().equals(name));
    return found.map(each -> (Executable) each);
  }

  private static boolean fits(Target.Call call, Executable method) {
    Class<?>[] types = method.getParameterTypes();
    long least = call.parameters().stream().filter(p -> p.byDefault().isEmpty()).count();
    if (types.length < least || types.length > call.parameters().size()) {
      return false;
    }
    for (int i = 0; i < Math.min(types.length, call.types().size()); i++) {
      String wanted = call.types().get(i);
      if (!wanted.equals("*") && !wanted.equals(name(types[i]))) {
        return false;
      }
    }
    return true;
  }

  private static String name(Class<?> type) {
    return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
  }

  private static boolean exists(String type) {
    String element = type.replace("[]", "");
    try {
      return element.equals("byte") || load(element) != null;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, RowTargetsTest.class.getClassLoader());
  }
}
