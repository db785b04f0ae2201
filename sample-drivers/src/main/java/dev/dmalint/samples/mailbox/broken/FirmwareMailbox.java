package dev.dmalint.samples.mailbox.broken;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOACPIPlatformDevice;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.OSNumber;
import dev.dmalint.iokit.OSObject;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;

/** Gives the firmware a page to answer in, by a method of the ACPI device. */
@Personality(name = "Firmware mailbox", providerClass = "IOACPIPlatformDevice")
public final class FirmwareMailbox extends IOService {
  private static final int BYTES = 4096;

  private enum Request {
    ATTACH,
    QUERY,
    DETACH
  }

  private IOACPIPlatformDevice acpi;
  private IOBufferMemoryDescriptor page;
  private IOMemoryMap view;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOACPIPlatformDevice)) {
      return false;
    }
    acpi = (IOACPIPlatformDevice) provider;
    page =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, BYTES, BYTES);
    view = page == null ? null : page.map();
    if (view == null || submit(Request.ATTACH) != IOReturn.kIOReturnSuccess) {
      stop(provider);
      return false;
    }
    if (submit(Request.QUERY) == IOReturn.kIOReturnSuccess) {
      int version = OSByteOrder.OSReadLittleInt32(view.getVirtualAddress(), 0);
      setProperty("FirmwareVersion", version, 32);
    }
    registerService();
    return true;
  }

  private int submit(Request request) {
    String method =
        switch (request) {
          case ATTACH -> "MBXA";
          case QUERY -> "MBXQ";
          case DETACH -> "MBXD";
        };
    // source mapped-address-to-physical-consumer
    long address = view.getPhysicalAddress();
    // want mapped-address-to-physical-consumer breaks=P1,P2,P3,P4b,P8
    return call(method, address);
  }

  private int call(String method, @DmaSink(consumer = "K10", alignment = 4096) long pageAddress) {
    OSNumber argument = OSNumber.withNumber(pageAddress, 64);
    OSObject[] arguments = {argument};
    OSObject[] answer = new OSObject[1];
    int result = acpi.evaluateObject(method, answer, arguments, 1, 0);
    argument.release();
    if (answer[0] != null) {
      answer[0].release();
    }
    return result;
  }

  @Override
  public void stop(IOService provider) {
    if (view != null) {
      submit(Request.DETACH);
      view.release();
      view = null;
    }
    if (page != null) {
      page.release();
      page = null;
    }
    super.stop(provider);
  }
}
