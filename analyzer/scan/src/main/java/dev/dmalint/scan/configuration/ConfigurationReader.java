package dev.dmalint.scan.configuration;

import dev.dmalint.findings.Severity;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.YamlText;
import dev.dmalint.scan.files.Excludes;
import dev.dmalint.scan.files.Glob;
import dev.dmalint.scan.files.SourceReader;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a configuration file. */
public final class ConfigurationReader {
  private static final int MOST_THREADS = 1024;
  private static final String OFF = "off";

  private final Fields fields;
  private final ConfiguredPaths files;

  private ConfigurationReader(Fields fields, ConfiguredPaths files) {
    this.fields = fields;
    this.files = files;
  }

  /**
   * {@return what the file says}
   *
   * @throws UsageException at its first mistake, with file, line and column
   */
  public static Configuration read(ConfigurationFile file) throws UsageException {
    try {
      Node document = YamlText.parse(file.name(), file.text());
      Fields fields = Fields.of(document, "the configuration", Key.words());
      ConfiguredPaths files = new ConfiguredPaths(file.folder(), file.fence());
      return new ConfigurationReader(fields, files).configuration(file.file());
    } catch (ModelException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Configuration configuration(Path file) throws UsageException {
    List<Glob> patterns = words(Key.EXCLUDES).stream().map(word -> Glob.of(word.value())).toList();
    return new Configuration(
        Optional.of(file),
        files.all(words(Key.PATHS)),
        new Excludes(files.folder(), patterns),
        files.all(words(Key.CLASSPATH)),
        files.all(words(Key.MODELS)),
        words(Key.PLATFORMS),
        failOn(),
        threads(),
        number(Key.MAX_FILE_BYTES, SourceReader.USUAL_LIMIT, Integer.MAX_VALUE),
        rules(),
        devices(),
        sinks());
  }

  private List<Located> words(Key key) throws UsageException {
    List<Located> words = new ArrayList<>();
    for (Node item : fields.list(key.word())) {
      words.add(word(item, "an entry of \"" + key.word() + "\""));
    }
    return words;
  }

  /** {@return a word that is not empty} */
  static Located word(Node node, String what) throws UsageException {
    Located word = new Located(Fields.text(node, what), node.at().toString());
    if (word.value().isEmpty() || word.value().indexOf('\0') >= 0) {
      throw word.wrong(what + " is empty or holds a NUL character; write a word there");
    }
    return word;
  }

  private long number(Key key, long usual, long most) throws UsageException {
    return number(fields, key.word(), 1, most, usual);
  }

  /** {@return a whole number within bounds, or the usual one where none is given} */
  static long number(Fields fields, String field, long least, long most, long usual)
      throws UsageException {
    long number = fields.number(field, usual);
    if (number < least || number > most) {
      throw new Located(field, fields.required(field).at().toString())
          .wrong("\"%s\" is a number from %d to %d, not %d".formatted(field, least, most, number));
    }
    return number;
  }

  private OptionalInt threads() throws UsageException {
    return fields.has(Key.THREADS.word())
        ? OptionalInt.of((int) number(Key.THREADS, 1, MOST_THREADS))
        : OptionalInt.empty();
  }

  private Optional<FailOn> failOn() {
    String field = Key.FAIL_ON.word();
    return fields.has(field)
        ? Optional.of(fields.choice(field, FailOn.class, FailOn.WARNING))
        : Optional.empty();
  }

  private List<RuleSetting> rules() throws UsageException {
    List<RuleSetting> settings = new ArrayList<>();
    for (Entry entry : entries(Key.RULES)) {
      Located word = word(entry.value(), "\"" + entry.key() + "\"");
      settings.add(new RuleSetting(key(entry), severity(word)));
    }
    return settings;
  }

  private static Optional<Severity> severity(Located word) throws UsageException {
    List<String> known = new ArrayList<>(List.of(OFF));
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word.value())) {
        return Optional.of(severity);
      }
      known.add(severity.word());
    }
    if (!word.value().equals(OFF)) {
      throw word.wrong(
          "a rule is off or has a severity; \"%s\" is neither%s"
              .formatted(word.value(), Nearest.hint(word.value(), known)));
    }
    return Optional.empty();
  }

  private List<ConfiguredDevice> devices() throws UsageException {
    List<ConfiguredDevice> devices = new ArrayList<>();
    for (Entry entry : entries(Key.DEVICES)) {
      devices.add(ConfiguredDevice.read(key(entry), entry.value()));
    }
    return devices;
  }

  private List<SinkEntry> sinks() throws UsageException {
    List<SinkEntry> sinks = new ArrayList<>();
    for (Node item : fields.list(Key.SINKS.word())) {
      sinks.add(SinkEntry.read(item));
    }
    return sinks;
  }

  private List<Entry> entries(Key key) {
    Optional<Node> node = fields.node(key.word());
    return node.isPresent() ? Fields.entries(node.get(), "\"" + key.word() + "\"") : List.of();
  }

  private static Located key(Entry entry) {
    return new Located(entry.key(), entry.at().toString());
  }
}
