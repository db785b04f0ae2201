package dev.dmalint.models.text;

import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Node.Items;
import dev.dmalint.models.text.Node.Mapping;
import dev.dmalint.models.text.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML. Anchors, aliases and second documents are refused: a model file means what stands
 * there, and no small file may stand for a large one.
 */
public final class YamlText {
  private static final int DEEPEST = 40;
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_FILE = 8 << 20;
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxDocumentLength(LONGEST_FILE)
                  .build())
          .build();

  private final String file;
  private final YAMLParser parser;

  private YamlText(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * {@return the tree that a text writes; an empty mapping for an empty text}
   *
   * @param file how messages name the file
   * @param text what stands in it
   * @throws ModelException if it is no YAML, or more of it than is allowed
   */
  public static Node parse(String file, String text) {
    if (text.length() > LONGEST_FILE) {
      throw new ModelException(
          new Position(file, 1, 1), "longer than 8 MiB; split it into several files");
    }
    try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
      return new YamlText(file, parser).document();
    } catch (JacksonException trouble) {
      TokenStreamLocation where = trouble.getLocation();
      Position at =
          where == null || where.getLineNr() < 1
              ? new Position(file, 1, 1)
              : new Position(file, where.getLineNr(), Math.max(1, where.getColumnNr()));
      throw new ModelException(
          at, "not YAML: " + firstLine(trouble.getOriginalMessage()) + "; correct it there");
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it ends too early");
  }

  private Node document() {
    if (parser.nextToken() == null) {
      return new Mapping(new Position(file, 1, 1), List.of());
    }
    Node root = node();
    if (parser.nextToken() != null) {
      throw new ModelException(here(), "a second document; a model file has one");
    }
    return root;
  }

  private Node node() {
    Position at = here();
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new ModelException(at, "anchors and aliases are not allowed; write the part out");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(at);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new Items(at, items);
    }
    return new Scalar(at, token == JsonToken.VALUE_NULL ? "" : parser.getString());
  }

  private Mapping mapping(Position at) {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position keyAt = here();
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw new ModelException(keyAt, "\"" + key + "\" stands here twice; remove one");
      }
      parser.nextToken();
      entries.add(new Entry(keyAt, key, node()));
    }
    return new Mapping(at, entries);
  }

  private Position here() {
    TokenStreamLocation where = parser.currentTokenLocation();
    return new Position(file, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
  }
}
