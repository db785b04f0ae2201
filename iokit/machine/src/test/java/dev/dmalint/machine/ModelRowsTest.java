package dev.dmalint.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.machine.device.AddressProbe;
import dev.dmalint.models.Action;
import dev.dmalint.models.Consumer;
import dev.dmalint.models.Expression;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Place;
import dev.dmalint.models.Row;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each row of the port that states a space is performed in each mapper state: the port is called,
 * and the domain that the row names has to translate the number to the buffer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelRowsTest {
  private static final List<String> STATES = List.of("M0", "M1", "M2", "M3", "M4");
  private static final Path UNPERFORMED =
      Path.of("src/test/resources/dev/dmalint/machine/rows-not-performed.txt");

  private final Universe universe = ModelReader.builtIn();
  private final TreeSet<String> performed = new TreeSet<>();
  private final List<String> disagreements = perform(universe);

  private List<String> perform(Universe rows) {
    List<String> all = new ArrayList<>();
    STATES.forEach(state -> all.addAll(perform(state, rows)));
    return all;
  }

  private List<String> perform(String state, Universe rows) {
    Bench bench = Bench.in(state);
    World world = Machine.world(bench.machine().world());
    assertThat(world.attribute("mapper")).isEqualTo(state);
    IOPCIDevice nub = bench.machine().attach(new AddressProbe(0));
    return bench.run(
        () -> {
          RowPlay play = new RowPlay(bench, nub, world, rows);
          new RowPerformances(play, nub).all();
          new RowDemands(play, nub).all();
          performed.addAll(play.performed());
          return play.disagreements();
        });
  }

  @Test
  void theMachineAgreesWithEachRow() {
    assertThat(disagreements).isEmpty();
  }

  @Test
  void aRowThatIsWrongIsNamedWithItsPlaceAndState() {
    String call = "dev.dmalint.iokit.IOMemoryDescriptor.getPhysicalAddress(options)";

    assertThat(perform(withRow(call, row -> new Row(row.target(), List.of(cpa()), row.origin()))))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*memory\\.yaml:\\d+, M[12]: result of .*"))
        .allMatch(line -> line.contains(call));
  }

  private static Action cpa() {
    Action.Case physical =
        new Action.Case(
            Expression.TRUE, "cpa", "none", "bypass", new Expression.Number(64), "physical");
    return new Action.MakeAddress(Place.parse("result"), Optional.empty(), List.of(physical));
  }

  @Test
  void aDemandThatIsWrongIsNamedWithItsState() {
    List<Consumer> consumers =
        universe.consumers().stream()
            .map(
                one ->
                    one.id().equals("K15")
                        ? new Consumer(
                            "K15", one.name(), universe.consumer("K13").orElseThrow().reads())
                        : one)
            .toList();

    assertThat(perform(with(universe.rows(), consumers)))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*mapper\\.yaml:\\d+, M[12]: .*IOMapped.*"));
  }

  private Universe withRow(String name, UnaryOperator<Row> change) {
    List<Row> rows =
        universe.rows().stream()
            .map(
                row ->
                    row.target() instanceof Row.Target.Call && RowPlay.name(row).equals(name)
                        ? change.apply(row)
                        : row)
            .toList();
    return with(rows, universe.consumers());
  }

  private Universe with(List<Row> rows, List<Consumer> consumers) {
    return new Universe(
        universe.worlds(),
        universe.platforms(),
        universe.spaces(),
        consumers,
        universe.classifications(),
        rows,
        universe.devices(),
        universe.lifecycles(),
        universe.annotations(),
        universe.mistakes());
  }

  @Test
  void eachRowThatStatesASpaceIsPerformedOrListedWithItsReason() throws IOException {
    TreeSet<String> rest = new TreeSet<>();
    universe.rows().stream().filter(this::statesSpace).map(RowPlay::name).forEach(rest::add);
    rest.removeAll(performed);
    List<String> listed =
        Files.readAllLines(UNPERFORMED, UTF_8).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    assertThat(listed).allSatisfy(line -> assertThat(line).matches("\\S.*\\): \\S.+"));
    assertThat(listed.stream().map(line -> line.substring(0, line.indexOf("): ") + 1)).toList())
        .containsExactlyElementsOf(rest);
  }

  private boolean statesSpace(Row row) {
    boolean ours = row.origin().contains("iokit/");
    boolean states =
        row.actions().stream()
            .anyMatch(
                action ->
                    action instanceof Action.MakeAddress || action instanceof Action.Demanding);
    return ours && states && row.target() instanceof Row.Target.Call;
  }
}
