package dev.dmalint.machine.command;

import dev.dmalint.iokit.IOService;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a driver. It sees the JDK, this port and its own class path, and nothing else of the tool:
 * the libraries of the two do not meet. Classes of the port come from the tool only, so a driver's
 * jar may carry a port of its own without harm.
 */
final class DriverLoader extends URLClassLoader {
  private static final int FIRST_MAJOR = 44;

  DriverLoader(List<Path> classPath) {
    super(urls(classPath), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls(List<Path> classPath) {
    return classPath.stream().map(DriverLoader::url).toArray(URL[]::new);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException wrong) {
      throw new BadRequest("--classpath: \"%s\" is no path".formatted(entry), wrong);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return isPort(name)
        ? Class.forName(name, false, IOService.class.getClassLoader())
        : super.loadClass(name, resolve);
  }

  private static boolean isPort(String name) {
    return name.startsWith("dev.dmalint.iokit.") || name.startsWith("dev.dmalint.driverkit.");
  }

  /** {@return the driver class of a binary name} */
  Class<? extends IOService> driver(String name) {
    Class<?> type = find(name);
    if (!IOService.class.isAssignableFrom(type)) {
      throw new BadRequest(
          "%s is no driver: it does not extend dev.dmalint.iokit.IOService".formatted(name));
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new BadRequest("%s is abstract; name a class that can be created".formatted(name));
    }
    try {
      Object unused = type.getDeclaredConstructor();
    } catch (NoSuchMethodException missing) {
      throw new BadRequest(
          "%s has no constructor without parameters; a driver gets what it needs in init and start"
              .formatted(name),
          missing);
    } catch (LinkageError missing) {
      throw new BadRequest(explained(missing), missing);
    }
    return type.asSubclass(IOService.class);
  }

  private Class<?> find(String name) {
    try {
      return Class.forName(name, false, this);
    } catch (ClassNotFoundException missing) {
      throw new BadRequest(
          "no class \"%s\" on the class path; give its full name, a nested class as Outer$Inner"
              .formatted(name),
          missing);
    } catch (LinkageError wrong) {
      throw new BadRequest(explained(wrong), wrong);
    }
  }

  /** {@return what to do about a class that cannot be linked} */
  static String explained(LinkageError trouble) {
    String message = String.valueOf(trouble.getMessage());
    if (trouble instanceof UnsupportedClassVersionError) {
      String version = message.replaceFirst(".*class file version (\\d+).*", "$1");
      String wanted =
          version.matches("\\d+") ? "Java " + (Integer.parseInt(version) - FIRST_MAJOR) : "newer";
      return ("a class was compiled for %s, and this is Java %d: compile it with --release %d, or"
              + " set JAVA_HOME to a newer JDK (%s)")
          .formatted(wanted, Runtime.version().feature(), Runtime.version().feature(), message);
    }
    if (trouble instanceof NoClassDefFoundError) {
      String name = message.replace('/', '.');
      return isPort(name)
          ? "the driver needs %s, which this version of the port does not have".formatted(name)
          : "the driver needs %s, which is not on the class path; add its jar or folder"
              .formatted(name);
    }
    return "the driver does not fit its class path; compile it against this version of the port (%s)"
        .formatted(trouble);
  }

  /** Closes the jars; a driver that was left behind may still run. */
  void shut() {
    try {
      close();
    } catch (IOException trouble) {
      throw new BadRequest("--classpath: " + trouble.getMessage(), trouble);
    }
  }
}
