package dev.dmalint.scan.configuration;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.models.DemandedField;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.util.List;
import java.util.Optional;

/**
 * A method that takes an address.
 *
 * @param sink what was said of it
 * @param consumer the id of its consumer kind as written
 */
public record SinkEntry(ConfiguredSink sink, Located consumer) {
  private static final int MOST_PARAMETERS = 254;
  private static final List<String> KNOWN =
      List.of("owner", "method", "parameter", "consumer", "name", "shift", "width", "alignment");

  public SinkEntry {
    requireNonNull(sink);
    requireNonNull(consumer);
  }

  /** {@return the sink, its consumer kind being the one with that id} */
  public ConfiguredSink of(String id) {
    return new ConfiguredSink(sink.owner(), sink.method(), sink.parameter(), id, sink.field());
  }

  /** {@return an item of {@code sinks}} */
  static SinkEntry read(Node item) throws UsageException {
    Fields fields = Fields.of(item, "a sink", KNOWN);
    String owner = word(fields, "owner").value();
    String method = word(fields, "method").value();
    Located consumer = word(fields, "consumer");
    fields.required("parameter");
    int parameter = (int) number(fields, "parameter", 0, MOST_PARAMETERS, 0);
    DemandedField demand =
        new DemandedField(
            fields.text("name", method),
            (int) number(fields, "shift", 0, 63, 0),
            (int) number(fields, "width", 0, 64, 0),
            number(fields, "alignment", 1, Long.MAX_VALUE, 1),
            Optional.empty());
    return new SinkEntry(
        new ConfiguredSink(owner, method, parameter, consumer.value(), demand), consumer);
  }

  private static Located word(Fields fields, String field) throws UsageException {
    return ConfigurationReader.word(fields.required(field), "\"" + field + "\"");
  }

  private static long number(Fields fields, String field, long least, long most, long usual)
      throws UsageException {
    return ConfigurationReader.number(fields, field, least, most, usual);
  }
}
