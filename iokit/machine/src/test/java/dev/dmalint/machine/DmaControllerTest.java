package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMAController;
import dev.dmalint.iokit.IODMAEventSource;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 3.13: peripherals that share a DMA engine. */
class DmaControllerTest {
  private static final class Peripheral extends IOService {}

  /** Reads the bytes through the domain of an endpoint, as its engine would. */
  private static final class Engine extends IODMAController {
    private final Endpoint hardware;
    private final List<Long> taken = new ArrayList<>();
    private IODMAEventSource source;

    Engine(Endpoint hardware) {
      this.hardware = hardware;
    }

    void publish(int number) {
      registerDMAController(number);
    }

    @Override
    protected int initDMAChannel(
        IOService provider, IODMAEventSource dmaES, int[] dmaIndex, int reqIndex) {
      source = dmaES;
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    protected int startDMACommand(
        int dmaIndex, IODMACommand dmaCommand, int direction, long byteCount, long byteOffset) {
      long address = Bench.segments(dmaCommand).get(0).fIOVMAddr;
      taken.add(address);
      hardware.port().read(address, 4);
      notifyDMACommand(source, dmaCommand, 0, 2, 0);
      completeDMACommand(source, dmaCommand);
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    protected int stopDMACommand(int dmaIndex, boolean flush, long timeout) {
      return IOReturn.kIOReturnAborted;
    }

    @Override
    protected int queryDMACommand(
        int dmaIndex, IODMACommand[] dmaCommand, long[] transferCount, boolean waitForIdle) {
      transferCount[0] = 4;
      return IOReturn.kIOReturnSuccess;
    }
  }

  @Row("3.13/IODMAEventSource")
  @Test
  void theConsumerOfACommandIsTheController() {
    Bench bench = Bench.in("M3");
    bench.run(
        () -> {
          Engine engine = new Engine(bench.device());
          engine.publish(7);
          Peripheral peripheral = new Peripheral();
          peripheral.setProperty("dma-parent", 7, 32);
          List<String> told = new ArrayList<>();
          IODMAEventSource source =
              IODMAEventSource.dmaEventSource(
                  peripheral,
                  peripheral,
                  (owner, from, command, status, bytes, time) -> told.add("completed " + bytes),
                  (owner, from, command, status, bytes, time) -> told.add("went on " + bytes));
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 1);
          IODMACommand command = Bench.command(64, IODMACommand.kMapped, bench.deviceMapper());
          command.setMemoryDescriptor(memory);

          assertThat(source.startDMACommand(command, kIODirectionOut)).isZero();
          assertThat(told).isEmpty();
          IOWorkLoop.workLoop().addEventSource(source);
          assertThat(told).containsExactly("went on 2", "completed 4096");
          assertThat(bench.space(engine.taken.get(0), Bench.cpa(memory))).isEqualTo("IOVA(dart)");
          assertThat(bench.machine().faults()).isEmpty();
          assertThat(source.stopDMACommand()).isEqualTo(IOReturn.kIOReturnAborted);
          long[] count = new long[1];
          assertThat(source.queryDMACommand(new IODMACommand[1], count)).isZero();
          assertThat(count[0]).isEqualTo(4);
          return true;
        });
  }

  @Row("3.13/IODMAEventSource")
  @Test
  void aCommandWithoutTheControllersMapperFaultsAtTheController() {
    Bench bench = Bench.in("M3");
    bench.run(
        () -> {
          Engine engine = new Engine(bench.device());
          Peripheral peripheral = new Peripheral();
          peripheral.setProperty("dma-parent", engine);
          IODMAEventSource source = IODMAEventSource.dmaEventSource(peripheral, peripheral, null);
          IODMACommand command = Bench.command(64, IODMACommand.kMapped, null);
          command.setMemoryDescriptor(
              IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 1));
          assertThat(source.startDMACommand(command, kIODirectionOut)).isZero();
          return true;
        });

    assertThat(bench.machine().faults()).hasSize(1);
  }

  @Row("3.13/IODMAEventSource")
  @Test
  void aPeripheralWithoutAControllerHasNoChannel() {
    Bench.in("M3")
        .run(
            () -> {
              Peripheral peripheral = new Peripheral();
              assertThat(IODMAEventSource.dmaEventSource(peripheral, peripheral, null)).isNull();
              assertThat(IODMAController.getController(peripheral, 0)).isNull();
              return true;
            });
  }
}
