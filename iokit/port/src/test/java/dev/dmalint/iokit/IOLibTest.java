package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class IOLibTest {
  @Test
  void aLockIsTakenOnceAndGivenBack() {
    IOLock lock = IOLib.IOLockAlloc();

    IOLib.IOLockLock(lock);
    assertThat(IOLib.IOLockTryLock(lock)).isFalse();
    IOLib.IOLockUnlock(lock);
    assertThat(IOLib.IOLockTryLock(lock)).isTrue();
  }

  @Test
  void waitingForALockNeedsAMachine() {
    IOSimpleLock lock = IOLib.IOSimpleLockAlloc();
    IOLib.IOSimpleLockLock(lock);

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOLib.IOSimpleLockLock(lock))
        .withMessageContaining("needs a machine");
  }

  @Test
  void aFreeLockIsNotGivenBack() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOLib.IOLockUnlock(IOLib.IOLockAlloc()))
        .withMessage("unlock of a lock that nobody holds");
  }

  @Test
  void itsHolderTakesARecursiveLockAgain() {
    IORecursiveLock lock = IOLib.IORecursiveLockAlloc();

    IOLib.IORecursiveLockLock(lock);
    IOLib.IORecursiveLockLock(lock);
    IOLib.IORecursiveLockUnlock(lock);
    IOLib.IORecursiveLockUnlock(lock);

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> IOLib.IORecursiveLockUnlock(lock));
  }

  @Test
  void theLogUnderstandsPrintf() {
    assertThat(PrintfFormat.format("ring %u at 0x%016llx", -1, 0x123456000L))
        .isEqualTo("ring 4294967295 at 0x0000000123456000");
    assertThat(PrintfFormat.format("%p %s %i%% %hhx", 0x10L, "text", 5, (byte) 0x7F))
        .isEqualTo("0x10 text 5% 7f");
    assertThat(PrintfFormat.format("%lu", -1L)).isEqualTo("18446744073709551615");
  }

  @Test
  void aFormatThatDoesNotFitIsLoggedAsItStands() {
    assertThat(PrintfFormat.format("%d %d", 1)).isEqualTo("%d %d [1]");
  }

  @Test
  void pagesAreThoseOfTheHost() {
    assertThat(VmParam.PAGE_SIZE).isEqualTo(1 << VmParam.PAGE_SHIFT);
    assertThat(VmParam.trunc_page(0xFFFF_FFFF_FFFF_FFFFL)).isEqualTo(-VmParam.PAGE_SIZE);
    assertThat(VmParam.round_page(1)).isEqualTo(VmParam.PAGE_SIZE);
    assertThat(VmParam.ptoa(VmParam.atop(VmParam.PAGE_SIZE + 1L))).isEqualTo(VmParam.PAGE_SIZE);
  }
}
