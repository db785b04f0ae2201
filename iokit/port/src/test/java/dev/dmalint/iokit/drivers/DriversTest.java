package dev.dmalint.iokit.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.KernelPanic;
import org.junit.jupiter.api.Test;

/** That the drivers beside it compile is the test; these show where they stop without a machine. */
class DriversTest {
  private static final class Nub extends dev.dmalint.iokit.IOPCIDevice {}

  private static final class DextNub extends dev.dmalint.driverkit.IOPCIDevice {}

  @Test
  void aKernelDriverStopsAtTheFirstCallThatNeedsAMachine() {
    NicDriver driver = new NicDriver();
    Nub nub = new Nub();

    assertThat(driver.init(null)).isTrue();
    assertThat(driver.probe(nub, new int[1])).isSameAs(driver);
    assertThat(driver.probe(new IOService() {}, new int[1])).isNull();
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> driver.start(nub))
        .withMessageStartingWith("iokit.IOService.open needs a machine");
  }

  @Test
  void aDriverKitDriverStopsAtTheFirstCallThatNeedsAMachine() {
    DextDriver driver = new DextDriver();

    assertThat(driver.Start(null)).isEqualTo(IOReturn.kIOReturnError);
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> driver.Start(new DextNub()))
        .withMessageStartingWith("driverkit.IOPCIDevice.Open needs a machine");
  }

  @Test
  void aMappersSwitchNeedsAMachine() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(MapperDriver::turnOff)
        .withMessageStartingWith("iokit.IOMapper.checkForSystemMapper needs a machine");
  }
}
