package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IOServiceTest {
  private static final class Driver extends IOService {
    @Override
    public boolean init(OSDictionary properties) {
      return super.init(properties);
    }

    @Override
    public boolean start(IOService provider) {
      return super.start(provider) && provider.open(this);
    }

    @Override
    public void stop(IOService provider) {
      provider.close(this);
      super.stop(provider);
    }

    @Override
    public void free() {
      super.free();
    }
  }

  private static final class Nub extends IOService {}

  @Test
  void aDriverLivesThroughItsLifeCycle() {
    Nub nub = new Nub();
    Driver driver = new Driver();

    assertThat(driver.init(null)).isTrue();
    assertThat(driver.attach(nub)).isTrue();
    assertThat(driver.probe(nub, new int[1])).isSameAs(driver);
    assertThat(driver.start(nub)).isTrue();
    assertThat(driver.getProvider()).isSameAs(nub);
    assertThat(nub.isOpen()).isTrue();
    driver.stop(nub);
    assertThat(nub.isOpen()).isFalse();
    driver.detach(nub);
    assertThat(driver.getProvider()).isNull();
    driver.release();
    assertThat(nub.getRetainCount()).isEqualTo(1);
  }

  @Test
  void openingIsExclusive() {
    Nub nub = new Nub();
    Driver first = new Driver();
    Driver second = new Driver();

    assertThat(nub.open(first)).isTrue();
    assertThat(nub.open(first)).isTrue();
    assertThat(nub.open(second)).isFalse();
    nub.close(second);
    assertThat(nub.isOpen(first)).isTrue();
    assertThat(nub.isOpen(second)).isFalse();
  }

  @Test
  void aSecondProviderIsRefused() {
    Driver driver = new Driver();

    assertThat(driver.attach(new Nub())).isTrue();
    assertThat(driver.attach(new Nub())).isFalse();
  }

  @Test
  void theWorkLoopIsTheProviders() {
    IOWorkLoop loop = new IOWorkLoop();
    IOService nub =
        new IOService() {
          @Override
          public IOWorkLoop getWorkLoop() {
            return loop;
          }
        };
    Driver driver = new Driver();

    assertThat(driver.getWorkLoop()).isNull();
    driver.attach(nub);
    assertThat(driver.getWorkLoop()).isSameAs(loop);
  }

  @Test
  void propertiesComeBackAsTheObjectsTheyAre() {
    Driver driver = new Driver();
    OSDictionary first = OSDictionary.withCapacity(1);
    first.setObject("IOClass", OSString.withCString("Driver"));

    driver.init(first);
    driver.setProperty("text", "value");
    driver.setProperty("IOPCIUseDeviceMapper", true);
    driver.setProperty("bits", 0x1FF, 8);
    driver.setProperty("bytes", new byte[] {1, 2}, 2);

    assertThat(driver.getProperty("IOClass")).hasToString("Driver");
    assertThat(driver.getProperty("text")).hasToString("value");
    assertThat(driver.getProperty("IOPCIUseDeviceMapper")).isSameAs(OSBoolean.kOSBooleanTrue);
    assertThat(driver.getProperty("bits")).hasToString("255");
    assertThat(((OSData) driver.getProperty("bytes")).getLength()).isEqualTo(2);
    assertThat(driver.getProperty("absent")).isNull();
    driver.removeProperty("text");
    assertThat(driver.copyProperty("text")).isNull();
  }

  @Test
  void aCopiedPropertyIsRetained() {
    Driver driver = new Driver();
    driver.setProperty("text", "value");

    OSObject value = (OSObject) driver.copyProperty("text");

    assertThat(value.getRetainCount()).isEqualTo(2);
  }

  @Test
  void matchingDictionariesNameWhatTheyMatch() {
    assertThat(IOService.serviceMatching("AppleVTD").getObject("IOProviderClass"))
        .hasToString("AppleVTD");
    assertThat(IOService.resourceMatching("IOKit").getObject("IOResourceMatch"))
        .hasToString("IOKit");
  }

  @Test
  void anUnknownMessageIsUnsupported() {
    assertThat(new Driver().message(1, null, null)).isEqualTo(IOReturn.kIOReturnUnsupported);
  }

  @Test
  void codesHaveNames() {
    assertThat(IOReturn.nameOf(0)).isEqualTo("kIOReturnSuccess");
    assertThat(new Driver().stringFromReturn(0xE00002D8)).isEqualTo("kIOReturnNotReady");
    assertThat(IOReturn.nameOf(0xE0000300)).isEqualTo("0xe0000300");
  }
}
