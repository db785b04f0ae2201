package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class KernelPanicTest {
  @Test
  void aCallWithoutBehaviourNamesItself() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(IOWorkLoop::workLoop)
        .withMessage(
            "iokit.IOWorkLoop.workLoop has no behaviour yet: no machine stands behind the port");
  }

  @Test
  void aShortFormNamesTheFullFormItCalls() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOBufferMemoryDescriptor.withOptions(0, 4096))
        .withMessageStartingWith(
            "iokit.IOBufferMemoryDescriptor.inTaskWithOptions has no behaviour");
  }

  @Test
  void panicCarriesItsText() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOLib.panic("ring %d at %p", 3, 0x1000L))
        .withMessage("ring 3 at 0x1000");
  }
}
