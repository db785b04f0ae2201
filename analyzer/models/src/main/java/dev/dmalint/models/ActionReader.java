package dev.dmalint.models;

import dev.dmalint.models.Action.Case;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Node.Mapping;
import dev.dmalint.models.text.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a row does. */
final class ActionReader {
  /** The field that names the kind of an action, and all fields of that kind. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "make", List.of("make", "to", "with", "fails", "failure", "mistake"),
          "address", List.of("address", "of", "cases"),
          "pointer", List.of("pointer", "into", "plus"),
          "assign", List.of("assign", "value", "change"),
          "invoke", List.of("invoke", "with", "result", "time"),
          "demand", List.of("demand", "when", "consumer", "device", "field"),
          "register", List.of("register", "window", "offset", "value", "width", "result"),
          "memory", List.of("memory", "offset", "value", "width", "result", "order"));

  /** Among attributes: the defined set whose other attributes hold as well. */
  private static final String LIKE = "like";

  private final Definitions definitions;
  private final Phrases phrases;
  private final Names names;
  private final String types;

  /**
   * A reader for one row.
   *
   * @param definitions what the files define
   * @param phrases how expressions are read, with the names of the row's parameters
   * @param names names of spaces and consumers
   * @param types package of the types that are written without one
   */
  ActionReader(Definitions definitions, Phrases phrases, Names names, String types) {
    this.definitions = definitions;
    this.phrases = phrases;
    this.names = names;
    this.types = types;
  }

  Action read(Node node) {
    String kind = kind(node);
    Fields fields =
        Fields.of(node, "the action \"" + kind + "\"", KINDS.getOrDefault(kind, List.of()));
    return switch (kind) {
      case "make" -> make(fields);
      case "address" -> address(fields);
      case "pointer" ->
          new Action.MakePointer(
              phrases.place(fields.required("pointer"), "\"pointer\""),
              phrases.place(fields.required("into"), "\"into\""),
              expression(fields, "plus", "0"));
      case "assign" ->
          new Action.Assign(
              phrases.place(fields.required("assign"), "\"assign\""),
              phrases.expression(fields.required("value"), "\"value\""),
              fields.text("change", ""));
      case "invoke" -> invoke(fields);
      case "demand" -> demand(fields);
      case "register" -> register(fields);
      default -> memory(fields);
    };
  }

  private static String kind(Node node) {
    List<Entry> entries = Fields.entries(node, "an action");
    for (Entry entry : entries) {
      if (KINDS.containsKey(entry.key())) {
        return entry.key();
      }
    }
    String first = entries.isEmpty() ? "" : entries.get(0).key();
    throw new ModelException(
        node.at(), "no action \"%s\"%s".formatted(first, Nearest.hint(first, KINDS.keySet())));
  }

  private Action make(Fields fields) {
    SortedMap<String, Expression> attributes = new TreeMap<>();
    fields.node("with").ifPresent(node -> attributes(node, attributes));
    return new Action.Make(
        fields.has("to") ? phrases.place(fields.required("to"), "\"to\"") : Place.parse("result"),
        Signature.type(fields.text("make"), types),
        attributes,
        optional(fields, "fails"),
        fields.text("failure", ""),
        fields.text("mistake", ""));
  }

  private void attributes(Node node, SortedMap<String, Expression> result) {
    if (node instanceof Scalar name) {
      attributes(definitions.attributes(name.at(), name.text()), result);
      return;
    }
    List<Entry> entries = Fields.entries(node, "\"with\"");
    for (Entry entry : entries) {
      if (!entry.key().equals(LIKE) && !result.containsKey(entry.key())) {
        result.put(
            entry.key(),
            phrases.expression(entry.value(), "the attribute \"" + entry.key() + "\""));
      }
    }
    for (Entry entry : entries) {
      if (entry.key().equals(LIKE)) {
        attributes(entry.value(), result);
      }
    }
  }

  private Action address(Fields fields) {
    return new Action.MakeAddress(
        phrases.place(fields.required("address"), "\"address\""),
        fields.node("of").map(node -> phrases.place(node, "\"of\"")),
        cases(fields.required("cases")));
  }

  /** Cases as they stand there, the name of a defined list, or such a list for another receiver. */
  private List<Case> cases(Node node) {
    if (node instanceof Scalar name) {
      return cases(definitions.cases(name.at(), name.text()));
    }
    if (node instanceof Mapping mapping && mapping.entries().get(0).key().equals("list")) {
      Fields fields = Fields.of(node, "a list of cases", List.of("list", "receiver"));
      Phrases moved = phrases.withReceiver(phrases.place(fields.required("receiver"), "a place"));
      return new ActionReader(definitions, moved, names, types).cases(fields.required("list"));
    }
    return Fields.items(node).stream().map(this::oneCase).toList();
  }

  private Case oneCase(Node node) {
    Fields fields =
        Fields.of(node, "a case", List.of("when", "space", "mapper", "origin", "bits", "what"));
    String mapper = fields.text("mapper", "none");
    if (!mapper.equals("none") && !mapper.equals("system")) {
      mapper = phrases.place(fields.required("mapper"), "\"mapper\"").toString();
    }
    return new Case(
        expression(fields, "when", "true"),
        names.space(fields.required("space")),
        mapper,
        fields.text("origin", ""),
        expression(fields, "bits", "64"),
        fields.text("what"));
  }

  private Action invoke(Fields fields) {
    List<Expression> arguments = new ArrayList<>();
    for (Node node : fields.list("with")) {
      arguments.add(phrases.expression(node, "an argument"));
    }
    return new Action.Invoke(
        phrases.place(fields.required("invoke"), "\"invoke\""),
        arguments,
        fields.node("result").map(node -> phrases.place(node, "\"result\"")),
        fields.choice("time", Action.Time.class, Action.Time.NOW));
  }

  private Action demand(Fields fields) {
    return new Action.Demanding(
        phrases.expression(fields.required("demand"), "\"demand\""),
        expression(fields, "when", "true"),
        names.consumer(fields.required("consumer")),
        fields.node("device").map(node -> phrases.place(node, "\"device\"")),
        FieldReader.field(fields.required("field")));
  }

  private Action register(Fields fields) {
    return new Action.AccessRegister(
        phrases.place(fields.required("register"), "\"register\""),
        phrases.expression(fields.required("window"), "\"window\""),
        phrases.expression(fields.required("offset"), "\"offset\""),
        optional(fields, "value"),
        (int) fields.number("width"),
        fields.node("result").map(node -> phrases.place(node, "\"result\"")));
  }

  private Action memory(Fields fields) {
    return new Action.AccessMemory(
        phrases.expression(fields.required("memory"), "\"memory\""),
        expression(fields, "offset", "0"),
        optional(fields, "value"),
        (int) fields.number("width"),
        fields.node("result").map(node -> phrases.place(node, "\"result\"")),
        fields.choice("order", Action.Order.class, Action.Order.LITTLE));
  }

  private Optional<Expression> optional(Fields fields, String field) {
    return fields.node(field).map(node -> phrases.expression(node, "\"" + field + "\""));
  }

  private Expression expression(Fields fields, String field, String otherwise) {
    return optional(fields, field).orElseGet(() -> Expression.parse(otherwise));
  }

  /** {@return the actions of a row's value: a list, one expression to return, or both} */
  List<Action> body(Node node) {
    if (node instanceof Scalar scalar) {
      return List.of(returning(scalar, ""));
    }
    if (!(node instanceof Mapping)) {
      return Fields.items(node).stream().map(this::read).toList();
    }
    Fields fields = Fields.of(node, "a row", List.of("do", "returns", "change"));
    List<Action> result = new ArrayList<>();
    fields.list("do").forEach(item -> result.add(read(item)));
    fields
        .node("returns")
        .ifPresent(value -> result.add(returning(value, fields.text("change", ""))));
    return result;
  }

  private Action returning(Node value, String change) {
    return new Action.Assign(
        Place.parse("result"), phrases.expression(value, "\"returns\""), change);
  }
}
