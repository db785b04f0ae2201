package dev.dmalint.machine.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.device.Rig;
import dev.dmalint.machine.device.Rig.Buffer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NVM Express 1.4: a driver's part of the protocol, and what the controller does with it. */
class NvmeControllerTest {
  private static final int ENTRIES = 4;
  private static final int WRITE = 1;
  private static final int READ = 2;
  private static final int PAGE = 4096;

  /** A driver with an admin queue and one pair of I/O queues. */
  private static final class Driver {
    private final Medium medium = new Medium();
    private final Rig rig;
    private final Buffer adminCommands;
    private final Buffer adminCompletions;
    private final Buffer commands;
    private final Buffer completions;
    private final int[] tails = new int[2];
    private final int[] heads = new int[2];

    Driver(String world, ToLongFunction<Buffer> address) {
      rig = Rig.of(world, new NvmeController(0, medium));
      adminCommands = rig.buffer(PAGE);
      adminCompletions = rig.buffer(PAGE);
      commands = rig.buffer(PAGE);
      completions = rig.buffer(PAGE);
      rig.write(0x24, (ENTRIES - 1) << 16 | ENTRIES - 1);
      rig.write64(0x28, address.applyAsLong(adminCommands));
      rig.write64(0x30, address.applyAsLong(adminCompletions));
      rig.write(0x14, 6 << 16 | 4 << 20 | 1);
      assertThat(rig.read(0x1C) & 3).isEqualTo(1);
    }

    static Driver on(String world) {
      Driver driver = new Driver(world, Buffer::bus);
      assertThat(driver.admin(5, driver.completions.bus(), (ENTRIES - 1) << 16 | 1, 3)).isZero();
      assertThat(driver.admin(1, driver.commands.bus(), (ENTRIES - 1) << 16 | 1, 1 << 16 | 1))
          .isZero();
      return driver;
    }

    int admin(int opcode, long prp1, int dword10, int dword11) {
      return issue(0, adminCommands, adminCompletions, opcode, prp1, 0, dword10, dword11, 0);
    }

    int block(int opcode, long prp1, long prp2, int block, int count) {
      return issue(1, commands, completions, opcode, prp1, prp2, block, 0, count - 1);
    }

    private int issue(
        int queue,
        Buffer from,
        Buffer to,
        int opcode,
        long prp1,
        long prp2,
        int dword10,
        int dword11,
        int dword12) {
      long entry = tails[queue] * 64L;
      rig.put32(from, entry, 0x0777_0000 | opcode);
      rig.put32(from, entry + 4, 1);
      rig.put64(from, entry + 24, prp1);
      rig.put64(from, entry + 32, prp2);
      rig.put32(from, entry + 40, dword10);
      rig.put32(from, entry + 44, dword11);
      rig.put32(from, entry + 48, dword12);
      tails[queue] = (tails[queue] + 1) % ENTRIES;
      rig.write(0x1000 + 8L * queue, tails[queue]);
      rig.settle();
      return complete(queue, to);
    }

    /** The status of the next completion; -1 if there is none. */
    private int complete(int queue, Buffer in) {
      int round = heads[queue] / ENTRIES;
      int last = rig.get32(in, heads[queue] % ENTRIES * 16L + 12);
      if ((last >>> 16 & 1) != (round + 1) % 2 || (last & 0xFFFF) != 0x0777) {
        return -1;
      }
      heads[queue]++;
      rig.write(0x1004 + 8L * queue, heads[queue] % ENTRIES);
      return last >>> 17 & 0x3FF;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P4/ram-high", "P1/ram-high", "P2/ram-high", "P5"})
  void whatIsWrittenIsReadBack(String world) {
    Driver driver = Driver.on(world);
    Buffer data = driver.rig.buffer(2 * PAGE);
    for (int i = 0; i < 2 * PAGE; i += 8) {
      driver.rig.put64(data, i, 0x1234_0000L + i);
    }

    assertThat(driver.block(WRITE, data.bus(), data.bus() + PAGE, 100, 16)).isZero();
    Buffer back = driver.rig.buffer(2 * PAGE);
    assertThat(driver.block(READ, back.bus(), back.bus() + PAGE, 100, 16)).isZero();

    assertThat(driver.rig.get64(back, 8)).isEqualTo(0x1234_0008L);
    assertThat(driver.rig.get64(back, 2 * PAGE - 8)).isEqualTo(0x1234_0000L + 2 * PAGE - 8);
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void identifyTellsControllerAndNamespace() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    Buffer data = driver.rig.buffer(PAGE);

    assertThat(driver.admin(6, data.bus(), 1, 0)).isZero();
    assertThat(driver.rig.get32(data, 0) & 0xFFFF).isEqualTo(0x1B36);
    assertThat(driver.rig.get8(data, 77)).isEqualTo(5);
    assertThat(driver.rig.get32(data, 516)).isEqualTo(1);
    assertThat(driver.admin(6, data.bus(), 0, 0)).isZero();
    assertThat(driver.rig.get64(data, 0)).isEqualTo(65536);
    assertThat(driver.rig.get32(data, 128) >>> 16).isEqualTo(9);
  }

  @Test
  void aListOfPrpsLeadsToEveryPage() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(4 * PAGE);
    Buffer list = driver.rig.buffer(PAGE);
    for (int i = 0; i < 3; i++) {
      driver.rig.put64(list, 8L * i, data.bus() + PAGE * (i + 1L));
    }

    assertThat(driver.block(READ, data.bus(), list.bus(), 0, 32)).isZero();
    assertThat(driver.rig.get64(data, 31 * 512)).isEqualTo(31);
  }

  @Test
  void theLastSlotOfAPageOfTheListLeadsToTheNext() {
    Driver driver = Driver.on("P4/ram-high");
    Buffer data = driver.rig.buffer(4 * PAGE);
    Buffer lists = driver.rig.buffer(2 * PAGE);
    driver.rig.put64(lists, PAGE - 16, data.bus() + PAGE);
    driver.rig.put64(lists, PAGE - 8, lists.bus() + PAGE);
    driver.rig.put64(lists, PAGE, data.bus() + 2 * PAGE);
    driver.rig.put64(lists, PAGE + 8, data.bus() + 3 * PAGE);

    assertThat(driver.block(READ, data.bus(), lists.bus() + PAGE - 16, 0, 32)).isZero();
    assertThat(driver.rig.get64(data, 31 * 512)).isEqualTo(31);
  }

  @Test
  void prp1MayStartInsideAPageAndNoOtherMay() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(4 * PAGE);

    assertThat(driver.block(READ, data.bus() + 512, data.bus() + PAGE, 0, 8)).isZero();
    assertThat(driver.rig.get64(data, PAGE)).isEqualTo(7);
    assertThat(driver.block(READ, data.bus() + 512, data.bus() + PAGE + 4, 0, 8)).isEqualTo(0x13);
    assertThat(driver.block(READ, data.bus() + 2, 0, 0, 1)).isEqualTo(0x13);
  }

  @Test
  void aListThatIsNotAtAQuadwordOrLeadsToItselfIsRefused() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(4 * PAGE);
    Buffer list = driver.rig.buffer(PAGE);
    driver.rig.put64(list, PAGE - 8, list.bus() + PAGE - 8);

    assertThat(driver.block(READ, data.bus(), list.bus() + 4, 0, 32)).isEqualTo(0x13);
    assertThat(driver.block(READ, data.bus(), list.bus() + PAGE - 8, 0, 32)).isEqualTo(0x13);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Driver driver = Driver.on("P1/ram-high");
    long data = driver.rig.buffer(PAGE).bus();

    assertThat(driver.block(READ, data, 0, 65536, 1)).isEqualTo(0x80);
    assertThat(driver.block(READ, data, 0, 0, 257)).isEqualTo(0x02);
    assertThat(driver.block(9, data, 0, 0, 1)).isEqualTo(0x01);
    assertThat(driver.admin(1, data, (ENTRIES - 1) << 16 | 2, 1 << 16 | 1)).isEqualTo(0x101);
    assertThat(driver.admin(0x55, 0, 0, 0)).isEqualTo(0x01);
  }

  @Test
  void aQueueNeedsAPageAndOneThatIsGoneTakesNothing() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    long queue = driver.completions.bus();

    assertThat(driver.admin(5, queue + 64, (ENTRIES - 1) << 16 | 1, 3)).isEqualTo(0x13);
    assertThat(driver.admin(5, queue, 1, 3)).isEqualTo(0x102);
    assertThat(driver.admin(1, queue, (ENTRIES - 1) << 16 | 1, 1 << 16 | 1)).isEqualTo(0x100);
    driver.rig.write(0x1008, 1);
    assertThat(driver.rig.machine().trace().text()).contains("doorbell 2 does not take 1");
  }

  @Test
  void theAddressesOfTheAdminQueuesHaveTwelveZeroBits() {
    Rig rig = Rig.of("P1/ram-high", new NvmeController(0, new Medium()));
    rig.write64(0x28, -1);
    rig.writeHalves(0x30, -1);

    assertThat(rig.read(0x28)).isEqualTo(0xFFFF_F000);
    assertThat(rig.read(0x30)).isEqualTo(0xFFFF_F000);
    assertThat(rig.read(0x34)).isEqualTo(-1);
  }

  @Test
  void pagesBeyondTheLargestAreFatal() {
    Rig rig = Rig.of("P1/ram-high", new NvmeController(0, new Medium()));
    rig.write(0x14, 5 << 7 | 1);
    assertThat(rig.read(0x1C)).isEqualTo(2);
    rig.write(0x14, 0);
    assertThat(rig.read(0x1C)).isZero();
    rig.write(0x14, 0x4000);
    assertThat(rig.read(0x1C)).isEqualTo(8);
  }

  @Test
  void aPhysicalAddressFaultsUnderAMapperAndWorksWithoutOne() {
    Driver wrong = new Driver("P1/ram-high", Buffer::physical);
    assertThat(wrong.admin(6, wrong.completions.physical(), 1, 0)).isEqualTo(-1);
    assertThat(wrong.rig.machine().faults().get(0).toString())
        .matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");
    assertThat(wrong.rig.machine().faults().get(1).reason()).isEqualTo(5);

    Driver right = new Driver("P4/ram-high", Buffer::physical);
    assertThat(right.admin(6, right.completions.physical(), 1, 0)).isZero();
    assertThat(right.rig.machine().faults()).isEmpty();
  }

  @Test
  void aPhysicalAddressInAPrpFaultsAloneAndTheCommandStillEnds() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(PAGE);

    assertThat(driver.block(READ, data.physical(), 0, 5, 1)).isZero();
    assertThat(driver.rig.machine().faults()).hasSize(1);
    assertThat(driver.rig.machine().faults().get(0).reason()).isEqualTo(5);
    assertThat(driver.rig.get64(data, 0)).isZero();
  }

  @Test
  void withoutBusLeadNoCommandIsFetched() {
    Driver driver = new Driver("P4/ram-high", Buffer::bus);
    driver.rig.run(() -> driver.rig.nub().setBusLeadEnable(false));

    assertThat(driver.admin(6, driver.completions.bus(), 1, 0)).isEqualTo(-1);
    assertThat(driver.rig.machine().trace().text()).contains("[bus-lead-off]");
  }

  @Test
  void aCompletionInterruptsUnlessMasked() {
    Driver driver = Driver.on("P1/ram-high");
    driver.rig.settle();
    driver.rig.listen(0);
    driver.rig.settle();
    int before = driver.rig.interrupts();
    long data = driver.rig.buffer(PAGE).bus();

    driver.block(READ, data, 0, 0, 1);
    assertThat(driver.rig.interrupts()).isEqualTo(before + 1);
    driver.rig.write(0x0C, 1);
    driver.block(READ, data, 0, 0, 1);
    assertThat(driver.rig.interrupts()).isEqualTo(before + 1);
  }

  @Test
  void theMessageComesInsteadOfTheLineWhereItIsOn() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.rig.listen(1);

    driver.admin(6, driver.completions.bus(), 1, 0);

    assertThat(driver.rig.interrupts()).isEqualTo(1);
    assertThat(driver.rig.machine().trace().text()).contains("interrupt 1 of 01:00.0");
  }

  @Test
  void aFullCompletionQueueHoldsTheNextCommandBack() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    for (int i = 0; i < ENTRIES; i++) {
      long entry = i * 64L;
      driver.rig.put32(driver.adminCommands, entry, 0x0A);
      driver.rig.put32(driver.adminCommands, entry + 40, 7);
    }
    driver.rig.write(0x1000, ENTRIES - 1);
    driver.rig.settle();
    driver.rig.write(0x1000, 0);
    driver.rig.settle();
    assertThat(driver.rig.get32(driver.adminCompletions, 3 * 16 + 12)).isZero();

    driver.rig.write(0x1004, 1);
    driver.rig.settle();
    assertThat(driver.rig.get32(driver.adminCompletions, 3 * 16 + 12)).isEqualTo(0x1_0000);
  }
}
