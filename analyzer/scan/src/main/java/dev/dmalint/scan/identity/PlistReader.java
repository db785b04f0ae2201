package dev.dmalint.scan.identity;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML property lists. A document type may stand there, as Apple's tools write one, and is
 * never looked at: nothing is loaded, and no entity but XML's own five is known.
 */
final class PlistReader {
  private static final int DEEPEST = 64;
  private static final byte[] BINARY = {'b', 'p', 'l', 'i', 's', 't'};
  private static final Set<String> SCALARS = Set.of("string", "integer", "real", "date", "data");

  private final XMLStreamReader xml;

  private PlistReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** {@return the value that the property list holds} */
  static PlistValue read(byte[] bytes) throws MalformedPlistException {
    if (Arrays.mismatch(BINARY, Arrays.copyOf(bytes, BINARY.length)) < 0) {
      throw new MalformedPlistException(
          1, "it is a binary property list; convert it: plutil -convert xml1 Info.plist");
    }
    String text = text(bytes);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      try {
        return new PlistReader(xml).document();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException trouble) {
      throw new MalformedPlistException(
          line(trouble), "it is not well-formed XML: " + reason(trouble));
    } catch (MissingResourceException faultOfTheJdk) {
      // It looks for the text of a message that it does not have.
      throw new MalformedPlistException(
          1, "it is not well-formed XML: " + faultOfTheJdk.getKey() + " in its document type");
    }
  }

  /** Decoded here: the JDK's parser prints about bytes that it cannot decode. */
  private static String text(byte[] bytes) throws MalformedPlistException {
    boolean utf16 =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
    try {
      String text = (utf16 ? UTF_16 : UTF_8).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new MalformedPlistException(1, "it is not UTF-8");
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own: not what a class path or a property may name.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to another file, which is never loaded");
        });
    return factory;
  }

  private PlistValue document() throws XMLStreamException, MalformedPlistException {
    if (!nextElement() || !xml.getLocalName().equals("plist")) {
      throw wrong("its outermost element is not <plist>");
    }
    if (!nextElement()) {
      throw wrong("its <plist> is empty");
    }
    PlistValue value = value(0);
    if (nextElement()) {
      throw wrong("its <plist> holds more than one value");
    }
    while (xml.hasNext()) {
      xml.next();
    }
    return value;
  }

  /** Goes to the next start tag; stops at an end tag. Text in between is an error. */
  private boolean nextElement() throws XMLStreamException, MalformedPlistException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.isWhiteSpace()) {
            throw wrong("text stands where an element belongs");
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
        default -> {
          // Comments, processing instructions, the document type.
        }
      }
    }
    return false;
  }

  /** Reads the value whose start tag was just read, up to its end tag. */
  private PlistValue value(int depth) throws XMLStreamException, MalformedPlistException {
    if (depth > DEEPEST) {
      throw wrong("it is nested deeper than " + DEEPEST + " levels");
    }
    int line = line();
    String name = xml.getLocalName();
    if (SCALARS.contains(name)) {
      return new PlistValue.Text(line, text(name));
    }
    return switch (name) {
      case "dict" -> dict(line, depth);
      case "array" -> array(line, depth);
      case "true", "false" -> {
        text(name);
        yield new PlistValue.Truth(line, name.equals("true"));
      }
      default -> throw wrong("<" + name + "> is no element of a property list");
    };
  }

  private PlistValue dict(int line, int depth) throws XMLStreamException, MalformedPlistException {
    Map<String, PlistValue> entries = new LinkedHashMap<>();
    while (nextElement()) {
      if (!xml.getLocalName().equals("key")) {
        throw wrong("<" + xml.getLocalName() + "> stands where a <key> belongs");
      }
      String key = text("key");
      if (!nextElement()) {
        throw wrong("the key \"" + key + "\" has no value");
      }
      entries.put(key, value(depth + 1));
    }
    return new PlistValue.Dict(line, entries);
  }

  private PlistValue array(int line, int depth) throws XMLStreamException, MalformedPlistException {
    List<PlistValue> items = new ArrayList<>();
    while (nextElement()) {
      items.add(value(depth + 1));
    }
    return new PlistValue.Array(line, items);
  }

  private String text(String element) throws XMLStreamException, MalformedPlistException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString().strip();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT ->
            throw wrong("<" + xml.getLocalName() + "> stands inside <" + element + ">");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
        default -> {
          // Comments and processing instructions.
        }
      }
    }
  }

  private MalformedPlistException entity() {
    return wrong("it refers to the entity \"" + xml.getLocalName() + "\", which is never resolved");
  }

  private MalformedPlistException wrong(String what) {
    return new MalformedPlistException(line(), what);
  }

  private int line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  private static int line(XMLStreamException trouble) {
    return trouble.getLocation() == null ? 1 : Math.max(1, trouble.getLocation().getLineNumber());
  }

  /** The JDK's messages begin with a line of coordinates, and some end with a stray reference. */
  private static String reason(XMLStreamException trouble) {
    String message = String.valueOf(trouble.getMessage());
    int mark = message.indexOf("Message: ");
    String bare = mark < 0 ? message : message.substring(mark + "Message: ".length());
    return bare.strip().replaceAll("\\s+", " ");
  }
}
