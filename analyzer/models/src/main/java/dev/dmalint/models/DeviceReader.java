package dev.dmalint.models;

import dev.dmalint.models.Device.Layout;
import dev.dmalint.models.Device.LayoutField;
import dev.dmalint.models.Device.Match;
import dev.dmalint.models.Device.Part;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Device.Role;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the device database. */
final class DeviceReader {
  private static final List<String> REGISTER =
      with(
          FieldReader.KNOWN,
          "window",
          "offset",
          "count",
          "stride",
          "role",
          "consumer",
          "part",
          "reads");

  private final Names names;

  DeviceReader(Names names) {
    this.names = names;
  }

  Device read(Node node) {
    Fields fields =
        Fields.of(
            node, "a device", List.of("id", "name", "match", "consumer", "registers", "layouts"));
    List<Match> matches = new ArrayList<>();
    fields.list("match").forEach(item -> matches.add(match(item)));
    List<Layout> layouts = new ArrayList<>();
    fields.list("layouts").forEach(item -> layouts.add(layout(item)));
    List<Register> registers = new ArrayList<>();
    for (Node item : fields.list("registers")) {
      registers.addAll(register(item));
    }
    Device device =
        new Device(
            fields.text("id"),
            fields.text("name"),
            matches,
            names.consumer(fields.required("consumer")),
            registers,
            layouts);
    checkLayouts(node, device);
    return device;
  }

  private static Match match(Node node) {
    Fields fields =
        Fields.of(node, "a match", List.of("id", "vendor", "class", "mask", "provider"));
    List<Match> all = new ArrayList<>();
    long mask = fields.number("mask", 0xffff_ffffL);
    if (fields.has("id")) {
      all.add(new Match.PciId((int) fields.number("id"), (int) mask));
    }
    if (fields.has("vendor")) {
      all.add(new Match.PciId((int) fields.number("vendor"), 0xffff));
    }
    if (fields.has("class")) {
      all.add(new Match.PciClass((int) fields.number("class"), (int) mask));
    }
    if (fields.has("provider")) {
      all.add(new Match.Provider(fields.text("provider")));
    }
    if (all.isEmpty()) {
      throw new ModelException(
          node.at(), "a match needs one of the fields id, vendor, class, provider");
    }
    return all.size() == 1 ? all.get(0) : new Match.All(all);
  }

  /** A whole address of 64 bits may also be written in halves: the upper one stands 4 bytes on. */
  private List<Register> register(Node node) {
    Fields fields = Fields.of(node, "a register", REGISTER);
    DemandedField field = FieldReader.field(fields);
    Role role = fields.choice("role", Role.class, Role.ADDRESS);
    Part part = fields.choice("part", Part.class, Part.WHOLE);
    Register register =
        new Register(
            fields.text("window", "0"),
            fields.number("offset"),
            (int) fields.number("count", 1),
            fields.number("stride", 0),
            role,
            consumer(fields),
            field,
            part,
            fields.text("reads", ""));
    boolean halves = part == Part.WHOLE && role == Role.ADDRESS && field.width() == 64;
    return halves ? List.of(register, upperHalf(register)) : List.of(register);
  }

  private static Register upperHalf(Register whole) {
    return new Register(
        whole.window(),
        whole.offset() + 4,
        whole.count(),
        whole.stride(),
        whole.role(),
        whole.consumer(),
        whole.field(),
        Part.HIGH,
        "");
  }

  private Layout layout(Node node) {
    Fields fields =
        Fields.of(node, "a layout", List.of("id", "stride", "consumer", "fields", "otherwise"));
    List<LayoutField> entries = new ArrayList<>();
    for (Node item : fields.list("fields")) {
      Fields entry = Fields.of(item, "a layout's field", with(FieldReader.KNOWN, "offset", "part"));
      DemandedField field = FieldReader.field(entry);
      Part part = entry.choice("part", Part.class, Part.WHOLE);
      entries.add(new LayoutField(entry.number("offset"), part, field));
      if (part == Part.WHOLE && field.width() == 64) {
        entries.add(new LayoutField(entry.number("offset") + 4, Part.HIGH, field));
      }
    }
    DemandedField otherwise =
        fields
            .node("otherwise")
            .map(FieldReader::field)
            .orElseGet(() -> DemandedField.plain("entry of " + fields.text("id")));
    return new Layout(
        fields.text("id"), fields.number("stride", 0), consumer(fields), entries, otherwise);
  }

  private String consumer(Fields fields) {
    Optional<Node> node = fields.node("consumer");
    return node.map(names::consumer).orElse("");
  }

  private static void checkLayouts(Node node, Device device) {
    Set<String> known = new HashSet<>(Set.of(DemandedField.DATA));
    device.layouts().forEach(layout -> known.add(layout.id()));
    List<DemandedField> all = new ArrayList<>();
    device.registers().forEach(register -> all.add(register.field()));
    for (Layout layout : device.layouts()) {
      layout.fields().forEach(entry -> all.add(entry.field()));
      all.add(layout.fallback());
    }
    for (DemandedField field : all) {
      String layout = field.layout().orElse("");
      if (!layout.isEmpty() && !known.contains(layout)) {
        throw new ModelException(
            node.at(),
            "the field \"%s\" names the layout \"%s\", which this device has not%s"
                .formatted(field.name(), layout, Nearest.hint(layout, known)));
      }
    }
  }

  private static List<String> with(List<String> some, String... more) {
    List<String> result = new ArrayList<>(some);
    result.addAll(List.of(more));
    return List.copyOf(result);
  }
}
