package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class KernelPanicTest {
  @Test
  void aCallWithoutBehaviourNamesItself() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> Pmap.VM_PAGE_GET_PHYS_PAGE("page"))
        .withMessage(
            "iokit.Pmap.VM_PAGE_GET_PHYS_PAGE has no behaviour yet: the machine does not model it");
  }

  @Test
  void aCallThatNeedsAMachineNamesItselfNotWhatItCalls() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOBufferMemoryDescriptor.withOptions(0, 4096))
        .withMessage(
            "iokit.IOBufferMemoryDescriptor.withOptions needs a machine, and none is bound to this"
                + " thread: boot one");
  }

  @Test
  void panicCarriesItsText() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOLib.panic("ring %d at %p", 3, 0x1000L))
        .withMessage("ring 3 at 0x1000");
  }
}
