package dev.dmalint.models.text;

import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Node.Items;
import dev.dmalint.models.text.Node.Mapping;
import dev.dmalint.models.text.Node.Scalar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The form in which checked trees ship: the same parts with the same positions, quick to read. */
public final class CompiledTree {
  private static final int MAGIC = 0x646d6c31;
  private static final int MAPPING = 0;
  private static final int ITEMS = 1;
  private static final int SCALAR = 2;

  private CompiledTree() {}

  /**
   * Writes trees.
   *
   * @param trees the trees, each of one file
   * @param out where they go; stays open
   * @throws IOException if writing fails
   */
  public static void write(List<Node> trees, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(trees.size());
    for (Node tree : trees) {
      data.writeUTF(tree.at().file());
      write(tree, data);
    }
    data.flush();
  }

  private static void write(Node node, DataOutputStream data) throws IOException {
    if (node instanceof Mapping mapping) {
      data.writeByte(MAPPING);
      write(mapping.at(), data);
      data.writeInt(mapping.entries().size());
      for (Entry entry : mapping.entries()) {
        write(entry.at(), data);
        data.writeUTF(entry.key());
        write(entry.value(), data);
      }
    } else if (node instanceof Items items) {
      data.writeByte(ITEMS);
      write(items.at(), data);
      data.writeInt(items.items().size());
      for (Node item : items.items()) {
        write(item, data);
      }
    } else if (node instanceof Scalar scalar) {
      data.writeByte(SCALAR);
      write(scalar.at(), data);
      data.writeUTF(scalar.text());
    }
  }

  private static void write(Position at, DataOutputStream data) throws IOException {
    data.writeInt(at.line());
    data.writeShort(at.column());
  }

  /**
   * {@return the trees that {@link #write} wrote}
   *
   * @param in where they are read from; stays open
   * @throws IOException if reading fails, or something else stands there
   */
  public static List<Node> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC) {
      throw new IOException("not compiled model files");
    }
    int count = data.readInt();
    List<Node> trees = new ArrayList<>();
    for (int tree = 0; tree < count; tree++) {
      trees.add(read(data.readUTF(), data));
    }
    return trees;
  }

  private static Node read(String file, DataInputStream data) throws IOException {
    int kind = data.readByte();
    Position at = position(file, data);
    if (kind == SCALAR) {
      return new Scalar(at, data.readUTF());
    }
    int size = data.readInt();
    if (kind == ITEMS) {
      List<Node> items = new ArrayList<>();
      for (int item = 0; item < size; item++) {
        items.add(read(file, data));
      }
      return new Items(at, items);
    }
    List<Entry> entries = new ArrayList<>();
    for (int entry = 0; entry < size; entry++) {
      Position keyAt = position(file, data);
      String key = data.readUTF();
      entries.add(new Entry(keyAt, key, read(file, data)));
    }
    return new Mapping(at, entries);
  }

  private static Position position(String file, DataInputStream data) throws IOException {
    return new Position(file, data.readInt(), data.readUnsignedShort());
  }
}
