package dev.dmalint.cli;

import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

/**
 * The machine and its port, loaded for a run only: from the jars beside this one, by a class loader
 * of their own, so that no other command meets them; in a development build from the class path.
 *
 * @param tool what runs drivers
 * @param loader of its classes
 */
record MachineTool(ToolProvider tool, URLClassLoader loader) implements AutoCloseable {
  private static final String NAME = "dmalint-run";
  private static final List<String> JARS =
      List.of("machine/dmalint-machine.jar", "stubs/dmalint-port.jar");

  static MachineTool find() throws UsageException, IOException {
    URLClassLoader loader = new URLClassLoader(urls(), MachineTool.class.getClassLoader());
    for (ToolProvider tool : ServiceLoader.load(ToolProvider.class, loader)) {
      if (tool.name().equals(NAME)) {
        return new MachineTool(tool, loader);
      }
    }
    loader.close();
    throw new UsageException(
        "run: %s is missing beside dmalint.jar; copy the distribution as a whole"
            .formatted(JARS.get(0)));
  }

  private static URL[] urls() throws IOException, UsageException {
    CodeSource source = MachineTool.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return new URL[0];
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        return new URL[0];
      }
      URL[] urls = new URL[JARS.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = jar.resolveSibling(JARS.get(i)).toUri().toURL();
      }
      return urls;
    } catch (URISyntaxException wrong) {
      throw new UsageException("run: \"%s\" is no place".formatted(source.getLocation()), wrong);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
