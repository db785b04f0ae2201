package dev.dmalint.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON piece by piece, nested as the calls are. Text is escaped by {@link JsonEscapes}; half
 * a surrogate pair, which no UTF-8 text can hold, becomes U+FFFD.
 */
final class JsonText {
  private final JsonGenerator generator;

  private JsonText(JsonGenerator generator) {
    this.generator = generator;
  }

  /**
   * Writes one object and a line feed, flushes, and leaves {@code out} open.
   *
   * @param linesDownTo objects nested deeper than this are written on one line; the root is 1
   */
  static void write(Writer out, int linesDownTo, Consumer<JsonText> content) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .characterEscapes(new JsonEscapes())
            .build();
    PrettyPrinter layout = new JsonLayout(linesDownTo);
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return layout;
          }
        };
    try (JsonGenerator generator = factory.createGenerator(context, out)) {
      JsonText json = new JsonText(generator);
      json.object(() -> content.accept(json));
    } catch (JacksonIOException trouble) {
      throw trouble.getCause();
    }
    out.append('\n').flush();
  }

  /** Writes an object as an element of an array, or as the root. */
  JsonText object(Runnable content) {
    generator.writeStartObject();
    content.run();
    generator.writeEndObject();
    return this;
  }

  JsonText object(String name, Runnable content) {
    generator.writeName(name);
    return object(content);
  }

  JsonText array(String name, Runnable content) {
    generator.writeArrayPropertyStart(name);
    content.run();
    generator.writeEndArray();
    return this;
  }

  /** Writes an array with one object for each value. */
  <T> JsonText array(String name, Iterable<T> values, Consumer<T> content) {
    return array(name, () -> values.forEach(value -> object(() -> content.accept(value))));
  }

  JsonText texts(String name, List<String> values) {
    return array(name, () -> values.forEach(value -> generator.writeString(wellFormed(value))));
  }

  JsonText text(String name, String value) {
    generator.writeName(wellFormed(name));
    generator.writeString(wellFormed(value));
    return this;
  }

  JsonText number(String name, int value) {
    generator.writeNumberProperty(name, value);
    return this;
  }

  JsonText flag(String name, boolean value) {
    generator.writeBooleanProperty(name, value);
    return this;
  }

  private static String wellFormed(String text) {
    boolean halves =
        text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    if (!halves) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
