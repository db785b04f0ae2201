package dev.dmalint.samples.hypervisor.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;

/** A hypervisor's kernel part: builds a guest's memory out of the host's. */
@Personality(name = "Hypervisor", providerClass = "IOResources")
public final class HypervisorModule extends IOService {
  private static final long GUEST_BYTES = 1 << 20;
  private static final long RESET_VECTOR = 0xfff0;

  private IOBufferMemoryDescriptor guest;
  private NestedTables tables;
  private GuestState state;
  private IOMemoryDescriptor firstPage;
  private IOMemoryMap window;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    guest =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, GUEST_BYTES, 4096);
    tables = guest == null ? null : NestedTables.create();
    if (tables == null) {
      stop(provider);
      return false;
    }
    for (long at = 0; at < GUEST_BYTES; at += 4096) {
      tables.map(at, HostPages.address(guest, at));
    }
    state = new GuestState(tables.rootAddress());
    plantResetVector();
    if (!openWindow()) {
      stop(provider);
      return false;
    }
    registerService();
    return true;
  }

  /** A jump to itself. */
  private void plantResetVector() {
    long page = HostPages.address(guest, RESET_VECTOR);
    MlPhys.ml_phys_write_half_64(page, 0xfeeb);
  }

  /** Shows the guest's first page to a debugger. */
  private boolean openWindow() {
    long page = HostPages.address(guest, 0);
    int options = IOMemoryDescriptor.kIODirectionInOut | IOMemoryDescriptor.kIOMemoryMapperNone;
    firstPage = IOMemoryDescriptor.withAddressRange(page, 4096, options, null);
    window = firstPage == null ? null : firstPage.map(IOMemoryDescriptor.kIOMapReadOnly);
    return window != null;
  }

  /** {@return the guest's entry point in the window, for a debugger} */
  public long entryPoint() {
    return window.getVirtualAddress() + state.instructionPointer();
  }

  @Override
  public void stop(IOService provider) {
    if (window != null) {
      window.release();
      window = null;
    }
    if (firstPage != null) {
      firstPage.release();
      firstPage = null;
    }
    state = null;
    if (tables != null) {
      tables.release();
      tables = null;
    }
    if (guest != null) {
      guest.release();
      guest = null;
    }
    super.stop(provider);
  }
}
