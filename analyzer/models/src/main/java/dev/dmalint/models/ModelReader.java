package dev.dmalint.models;

import dev.dmalint.models.text.CompiledTree;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Position;
import dev.dmalint.models.text.YamlText;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads model files into a universe. What a later file says stands before what an earlier one says,
 * so that a user's row for a call beats the built-in one.
 */
public final class ModelReader {
  /** Where the compiled built-in files stand among the resources of this class. */
  static final String BUILT_IN = "built-in.tree";

  private static final int LONGEST_FILE = 8 << 20;

  /** The built-in universe, read when it is first asked for; a value that never changes. */
  private static final class BuiltIn {
    static final Universe UNIVERSE = UniverseBuilder.empty().add(builtInTrees()).build();
  }

  private ModelReader() {}

  /** {@return the universe of the built-in model files: IOKit, DriverKit and the JDK} */
  public static Universe builtIn() {
    return BuiltIn.UNIVERSE;
  }

  /**
   * {@return the universe of some model files alone, without the built-in ones}
   *
   * @param files the files, in order
   * @throws ModelException if one cannot be read or used
   */
  public static Universe read(List<Path> files) {
    return UniverseBuilder.empty().add(trees(files)).build();
  }

  /**
   * {@return a universe with what some model files say added to it}
   *
   * @param base what is there before
   * @param files the files, in order; each beats {@code base} and those before it
   * @throws ModelException if one cannot be read or used
   */
  public static Universe read(Universe base, List<Path> files) {
    return files.isEmpty() ? base : UniverseBuilder.from(base).add(trees(files)).build();
  }

  static List<Node> builtInTrees() {
    try (InputStream in = ModelReader.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + BUILT_IN);
      }
      return CompiledTree.read(new BufferedInputStream(in, 1 << 16));
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot read " + BUILT_IN, trouble);
    }
  }

  private static List<Node> trees(List<Path> files) {
    List<Node> trees = new ArrayList<>();
    for (Path file : files) {
      trees.add(YamlText.parse(file.toString(), text(file)));
    }
    return trees;
  }

  private static String text(Path file) {
    Position start = new Position(file.toString(), 1, 1);
    if (Files.notExists(file)) {
      throw new ModelException(start, "no such file; name a model file");
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelException(start, "a folder or a special file; name a model file");
    }
    if (!Files.isReadable(file)) {
      throw new ModelException(start, "cannot be read; it needs read permission");
    }
    // Not by Files.newInputStream: its library opens sockets when it is loaded, and a scan none.
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        throw new ModelException(start, "longer than 8 MiB; split it into several files");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new ModelException(start, "not UTF-8; save it as UTF-8");
    } catch (IOException trouble) {
      throw new ModelException(start, "cannot be read: " + trouble.getMessage());
    }
  }
}
