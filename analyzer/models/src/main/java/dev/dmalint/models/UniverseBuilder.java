package dev.dmalint.models;

import dev.dmalint.models.Device.Match;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts together what several files say. */
final class UniverseBuilder {
  private static final List<String> SECTIONS =
      List.of(
          "package",
          "define",
          "platforms",
          "spaces",
          "consumers",
          "classifications",
          "mistakes",
          "rows",
          "devices",
          "lifecycles",
          "annotations");
  private static final Platform ANY =
      new Platform("any", "any machine", "", new TreeMap<>(Map.of()), List.of());

  private List<Platform> platforms = List.of();
  private List<Space> spaces = List.of();
  private List<Consumer> consumers = List.of();
  private List<Classification> classifications = List.of();
  private List<MistakeDeclaration> mistakes = List.of();
  private List<Row> rows = List.of();
  private List<Device> devices = List.of();
  private List<Lifecycle> lifecycles = List.of();
  private List<AnnotationModel> annotations = List.of();

  private UniverseBuilder() {}

  static UniverseBuilder empty() {
    return new UniverseBuilder();
  }

  static UniverseBuilder from(Universe base) {
    UniverseBuilder result = new UniverseBuilder();
    result.platforms = base.platforms().stream().filter(platform -> !platform.equals(ANY)).toList();
    result.spaces = base.spaces();
    result.consumers = base.consumers();
    result.classifications = base.classifications();
    result.mistakes = base.mistakes();
    result.rows = base.rows();
    result.devices = base.devices();
    result.lifecycles = base.lifecycles();
    result.annotations = base.annotations();
    return result;
  }

  /** Adds files; later ones beat earlier ones, and all of them what was there before. */
  UniverseBuilder add(List<Node> trees) {
    List<Fields> files = new ArrayList<>();
    Definitions definitions = new Definitions();
    for (Node tree : trees) {
      Fields file = Fields.of(tree, "a model file", SECTIONS);
      files.add(file);
      file.node("define").ifPresent(definitions::add);
    }
    for (Fields file : files) {
      platforms = behind(platforms, list(file, "platforms", PlatformReader::read), Platform::id);
      spaces = behind(spaces, list(file, "spaces", DeclarationReader::space), Space::id);
    }
    Names names = names(files);
    Phrases phrases = definitions.phrases(names.worldAttributes());
    for (Fields file : files) {
      addDeclarations(file, names, phrases);
      RowReader reader = new RowReader(definitions, phrases, names);
      String types = file.text("package", "java.lang");
      List<Row> more = file.node("rows").map(node -> reader.read(node, types)).orElse(List.of());
      rows = before(rows, more, row -> new Key(row.target()));
      DeviceReader deviceReader = new DeviceReader(names);
      devices = before(devices, list(file, "devices", deviceReader::read), Device::id);
    }
    return this;
  }

  private void addDeclarations(Fields file, Names names, Phrases phrases) {
    consumers =
        behind(
            consumers,
            list(file, "consumers", node -> DeclarationReader.consumer(node, names, phrases)),
            Consumer::id);
    classifications =
        before(
            classifications,
            list(file, "classifications", node -> DeclarationReader.classification(node, names)),
            classification -> classification);
    mistakes =
        behind(
            mistakes,
            list(file, "mistakes", DeclarationReader::mistake),
            MistakeDeclaration::number);
    lifecycles =
        before(lifecycles, list(file, "lifecycles", DeclarationReader::lifecycle), Lifecycle::type);
    annotations =
        before(
            annotations,
            list(file, "annotations", DeclarationReader::annotation),
            AnnotationModel::type);
  }

  private Names names(List<Fields> files) {
    Set<String> attributes = new TreeSet<>(Set.of("platform"));
    for (World world : Worlds.of(platforms)) {
      attributes.addAll(world.attributes().keySet());
    }
    Set<String> spaceIds = new TreeSet<>();
    spaces.forEach(space -> spaceIds.add(space.id()));
    Set<String> consumerIds = new TreeSet<>();
    consumers.forEach(consumer -> consumerIds.add(consumer.id()));
    for (Fields file : files) {
      consumerIds.addAll(list(file, "consumers", DeclarationReader::consumerId));
    }
    return new Names(attributes, spaceIds, consumerIds);
  }

  Universe build() {
    List<Platform> all = platforms.isEmpty() ? List.of(ANY) : platforms;
    List<Device> ordered = new ArrayList<>(devices);
    ordered.sort(Comparator.comparingInt(UniverseBuilder::vagueness));
    return new Universe(
        Worlds.of(all),
        all,
        spaces,
        consumers,
        classifications,
        rows,
        ordered,
        lifecycles,
        annotations,
        mistakes);
  }

  /** How little a device's nearest match says: numbers before classes before provider types. */
  private static int vagueness(Device device) {
    return device.matches().stream().mapToInt(UniverseBuilder::vagueness).min().orElse(100);
  }

  private static int vagueness(Match match) {
    if (match instanceof Match.PciId id) {
      return 32 - Integer.bitCount(id.mask());
    }
    if (match instanceof Match.PciClass code) {
      return 64 - Integer.bitCount(code.mask());
    }
    if (match instanceof Match.All all) {
      return all.matches().stream().mapToInt(UniverseBuilder::vagueness).min().orElse(100) - 1;
    }
    return 99;
  }

  private static <T> List<T> list(Fields file, String section, Function<Node, T> reader) {
    return file.list(section).stream().map(reader).toList();
  }

  /** Old ones first; a new one takes the place of an old one with the same key. */
  private static <T> List<T> behind(List<T> old, List<T> more, Function<T, Object> key) {
    List<T> result = new ArrayList<>(old);
    for (T item : more) {
      int at = 0;
      while (at < result.size() && !key.apply(result.get(at)).equals(key.apply(item))) {
        at++;
      }
      if (at < result.size()) {
        result.set(at, item);
      } else {
        result.add(item);
      }
    }
    return List.copyOf(result);
  }

  /** New ones first; old ones with the same key go. */
  private static <T> List<T> before(List<T> old, List<T> more, Function<T, Object> key) {
    Map<Object, T> result = new LinkedHashMap<>();
    more.forEach(item -> result.put(key.apply(item), item));
    old.forEach(item -> result.putIfAbsent(key.apply(item), item));
    return List.copyOf(result.values());
  }

  /** What makes two rows be about the same: all but the names of parameters. */
  private record Key(String owner, String name, List<String> types, int most) {
    Key(Row.Target target) {
      this(
          target instanceof Row.Target.Call call
              ? call.owner()
              : ((Row.Target.FieldRead) target).owner(),
          target instanceof Row.Target.Call call
              ? call.name()
              : ((Row.Target.FieldRead) target).name(),
          target instanceof Row.Target.Call call ? call.types() : List.of(),
          target instanceof Row.Target.Call call ? call.parameters().size() : -1);
    }
  }
}
