package dev.dmalint.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.Machine;
import dev.dmalint.machine.trace.Trace;
import dev.dmalint.models.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The extension as JUnit runs it: tests of a driver, within these tests. */
class OnPlatformTest {
  /** E01: a CPU-physical address to a device. */
  private static void handPhysical(IOPCIDevice nub) {
    IOBufferMemoryDescriptor buffer =
        IOBufferMemoryDescriptor.withOptions(IOMemoryDescriptor.kIODirectionInOut, 8192, 4096);
    nub.setBusLeadEnable(true);
    nub.deviceMemoryWrite64(
        0, 0x10, buffer.getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone));
  }

  static final class OnEach {
    @OnPlatform({"P1", "P3"})
    @OnPlatform("P4/ram-high")
    void runs(Machine machine, IOPCIDevice nub, IOService provider, Trace trace, World world) {
      assertThat(machine.world()).isEqualTo(world.id());
      assertThat(provider).isSameAs(nub);
      assertThat(trace).isSameAs(machine.trace());
      IOLib.IOLog("bound\n");
    }
  }

  @OnPlatform("P4")
  static final class OnClass {
    private String before = "";

    @BeforeEach
    void isBoundToo(World world) {
      before = world.id();
      IOLib.IOLog("bound\n");
    }

    @PlatformTest
    void runs(World world) {
      assertThat(world.id()).isEqualTo(before);
    }

    @OnPlatform("P3")
    void runsElsewhere(World world) {
      assertThat(world.platform()).isEqualTo("P3");
    }
  }

  static final class Faults {
    @OnPlatform("P1/ram-high")
    void unexpected(IOPCIDevice nub) {
      handPhysical(nub);
    }
  }

  static final class Expected {
    @OnPlatform({"P1", "P4"})
    @ExpectFault(on = "P1")
    void onOneOnly(IOPCIDevice nub) {
      handPhysical(nub);
    }
  }

  static final class Missing {
    @OnPlatform("P4/ram-high")
    @ExpectFault
    void doesNotCome(IOPCIDevice nub) {
      handPhysical(nub);
    }

    @OnPlatform("P4/ram-high")
    @ExpectMisuse("complete-unprepared")
    void neither() {}
  }

  static final class Misuses {
    @OnPlatform("P4/ram-high")
    void unexpected() {
      completeTwice();
    }

    @OnPlatform("P4/ram-high")
    @ExpectMisuse("complete-unprepared")
    void expected() {
      completeTwice();
    }

    private static void completeTwice() {
      IOBufferMemoryDescriptor buffer =
          IOBufferMemoryDescriptor.withOptions(IOMemoryDescriptor.kIODirectionInOut, 4096, 4096);
      buffer.prepare(0);
      buffer.complete(0);
      buffer.complete(0);
      buffer.complete(0);
    }
  }

  static final class Loops {
    @OnPlatform("P4/ram-high")
    @MachineSetup(timeoutSeconds = 1)
    void forEver() {
      for (long i = 0; i >= 0; i = (i + 1) & 0xFFFF) {}
    }
  }

  static final class FailingAllocation {
    @OnPlatform("P4/ram-high")
    @MachineSetup(failures = "allocate:1", seed = 7, vendor = 0x8086, device = 0x10d3)
    void isSeen(IOPCIDevice nub) {
      assertThat(nub.configRead32(0)).isEqualTo(0x10d38086);
      assertThat(
              IOBufferMemoryDescriptor.withOptions(IOMemoryDescriptor.kIODirectionInOut, 4096, 1))
          .isNull();
    }
  }

  static final class Unknown {
    @OnPlatform("P99")
    void platform() {}
  }

  @Test
  void aTestRunsInEachWorldOfItsPlatforms() {
    EngineExecutionResults results = run(OnEach.class);

    assertThat(results.testEvents().succeeded().stream().map(OnPlatformTest::name))
        .containsExactly("P1/ram-high", "P1/ram-low", "P3/ram-high", "P3/ram-low", "P4/ram-high");
    assertThat(results.testEvents().failed().count()).isZero();
  }

  @Test
  void aMethodsOwnPlatformsCountBeforeThoseOfItsClass() {
    assertThat(run(OnClass.class).testEvents().succeeded().stream().map(OnPlatformTest::name))
        .containsExactlyInAnyOrder("P4/ram-high", "P4/ram-low", "P3/ram-high", "P3/ram-low");
  }

  @Test
  void aFaultFailsTheTestWithTheEndOfTheTrace() {
    run(Faults.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.contains("reason 0x06 R:0x")),
                message(text -> text.contains("on P1/ram-high, the end of the trace:\n  "))));
  }

  @Test
  void anExpectedFaultIsNoFailureWhereItIsExpected() {
    run(Expected.class).testEvents().assertStatistics(stats -> stats.succeeded(4).failed(0));
  }

  @Test
  void whatIsExpectedAndDoesNotComeFailsTheTest() {
    run(Missing.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, finishedWithFailure(message(text -> text.startsWith("no fault, but @ExpectFault"))))
        .haveExactly(
            1, finishedWithFailure(message(text -> text.startsWith("no complete-unprepared"))));
  }

  @Test
  void aReportOfTheCheckerFailsTheTestUnlessExpected() {
    run(Misuses.class)
        .testEvents()
        .assertStatistics(stats -> stats.succeeded(1).failed(1))
        .assertThatEvents()
        .haveExactly(
            1, finishedWithFailure(message(text -> text.contains("[complete-unprepared]"))));
  }

  @Test
  void aTestThatDoesNotEndFails() {
    run(Loops.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, finishedWithFailure(message(text -> text.contains("stopped after 1 seconds"))));
  }

  @Test
  void theSetupReachesTheMachine() {
    run(FailingAllocation.class)
        .testEvents()
        .assertStatistics(stats -> stats.succeeded(1).failed(0));
  }

  @Test
  void anUnknownPlatformIsNamed() {
    EngineExecutionResults results = run(Unknown.class);
    results
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1, finishedWithFailure(message(text -> text.contains("did you mean \"P9\"?"))));
  }

  private static String name(Event event) {
    return event.getTestDescriptor().getDisplayName();
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
  }
}
