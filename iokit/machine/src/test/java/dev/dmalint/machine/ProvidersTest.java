package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.driverkit.IOPCIDevice;
import dev.dmalint.iokit.AcpiObjects;
import dev.dmalint.iokit.IOACPIPlatformDevice;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOLock;
import dev.dmalint.iokit.IOPCIBridge;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSArray;
import dev.dmalint.iokit.OSBoolean;
import dev.dmalint.iokit.OSNumber;
import dev.dmalint.iokit.OSObject;
import dev.dmalint.machine.device.ScatterGatherEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.7, 3.10, 3.11: what drivers find around their device. */
class ProvidersTest {
  private static final class Plain extends IOService {}

  private static final class Mailbox extends IOACPIPlatformDevice {
    Mailbox(AcpiObjects objects) {
      super(objects);
    }
  }

  private static final class Dext extends IOPCIDevice {
    Dext(dev.dmalint.iokit.IOPCIDevice nub) {
      super(nub);
    }
  }

  @Row("3.7/creation of gSystem")
  @ParameterizedTest(name = "3.7 IOPlatformMapperPresent in {0}: {1}")
  @CsvSource({"M0, false", "M1, true", "M2, true", "M3, false", "M4, false"})
  void thePlatformSaysWhetherAMapperIsToBeWaitedFor(String state, boolean present) {
    Bench.in(state)
        .run(
            () -> {
              assertThat(IOService.getPlatform().getProperty("IOPlatformMapperPresent"))
                  .isEqualTo(present ? OSBoolean.kOSBooleanTrue : null);
              assertThat(IOService.getPlatform()).isSameAs(IOService.getPlatform());
              assertThat(IOService.getResourceService().getName()).isEqualTo("IOResources");
              return true;
            });
  }

  @Row("3.10/IOService without hardware")
  @Test
  void aServiceWithoutHardwareHasNoMemoryAndNoInterrupts() {
    Bench.in("M0")
        .run(
            () -> {
              Plain plain = new Plain();
              assertThat(plain.getDeviceMemory()).isNull();
              assertThat(plain.getDeviceMemoryCount()).isZero();
              assertThat(plain.getDeviceMemoryWithIndex(0)).isNull();
              assertThat(plain.mapDeviceMemoryWithIndex(0)).isNull();
              assertThat(plain.registerInterrupt(0, plain, (a, b, c, d) -> {}))
                  .isEqualTo(IOReturn.kIOReturnNoResources);
              assertThat(plain.enableInterrupt(0)).isEqualTo(IOReturn.kIOReturnNoResources);
              return true;
            });
  }

  @Row("3.11/IOPCIBridge")
  @Test
  void aFunctionIsBehindABridge() {
    Machine machine = Bench.in("M1").machine();
    IOService bridge = machine.attach(new ScatterGatherEngine()).getProvider();

    assertThat(bridge)
        .isInstanceOfSatisfying(
            IOPCIBridge.class,
            one ->
                machine.run(
                    () -> {
                      assertThat(one.firstBusNum()).isEqualTo(1);
                      assertThat(one.lastBusNum()).isEqualTo(1);
                      assertThat(one.ioDeviceMemory().getLength()).isEqualTo(0x10000);
                    }));
  }

  @Row("3.11/PCIDriverKit Reset")
  @Test
  void aResetTakesBusLeadAway() {
    Machine machine = Bench.in("M1").machine();
    dev.dmalint.iokit.IOPCIDevice nub = machine.attach(new ScatterGatherEngine());
    machine.run(
        () -> {
          nub.setBusLeadEnable(true);
          Dext device = new Dext(nub);
          int before = nub.configRead16(4);
          assertThat(device.Reset(IOPCIDevice.kIOPCIDeviceResetTypeWarmReset))
              .isEqualTo(IOReturn.kIOReturnUnsupported);
          assertThat(nub.configRead16(4)).isEqualTo(before);
          assertThat(device.Reset(IOPCIDevice.kIOPCIDeviceResetTypeFunctionReset)).isZero();
          assertThat(nub.configRead16(4)).isEqualTo(before & ~4);
        });
  }

  @Test
  void anAcpiDeviceEvaluatesItsObjects() {
    AcpiObjects objects =
        new AcpiObjects() {
          @Override
          public boolean has(String name) {
            return name.equals("_STA") || name.equals("LIST");
          }

          @Override
          public OSObject evaluate(String name, List<OSObject> arguments) {
            return name.equals("_STA")
                ? OSNumber.withNumber(15 + arguments.size(), 32)
                : OSArray.withCapacity(1);
          }
        };
    Bench.in("M0")
        .run(
            () -> {
              Mailbox device = new Mailbox(objects);
              int[] number = new int[1];
              assertThat(device.validateObject("_STA")).isZero();
              assertThat(device.evaluateInteger("_STA", number)).isZero();
              assertThat(number[0]).isEqualTo(15);
              assertThat(device.evaluateInteger("LIST", number))
                  .isEqualTo(IOReturn.kIOReturnBadArgument);
              assertThat(device.evaluateInteger("_CRS", number))
                  .isEqualTo(IOReturn.kIOReturnNotFound);
              OSObject[] result = new OSObject[1];
              OSObject[] arguments = {OSNumber.withNumber(1, 32)};
              assertThat(device.evaluateObject("_STA", result, arguments, 1, 0)).isZero();
              assertThat(result[0]).hasToString(OSNumber.withNumber(16, 32).toString());
              assertThat(new Mailbox(null).validateObject("_STA"))
                  .isEqualTo(IOReturn.kIOReturnNotFound);
              return true;
            });
  }

  @Test
  void aLockThatIsHeldIsADeadlock() {
    Bench.in("M0")
        .run(
            () -> {
              IOLock lock = IOLib.IOLockAlloc();
              IOLib.IOLockLock(lock);
              assertThatExceptionOfType(KernelPanic.class)
                  .isThrownBy(() -> IOLib.IOLockLock(lock))
                  .withMessageContaining("deadlock");
              return true;
            });
  }
}
