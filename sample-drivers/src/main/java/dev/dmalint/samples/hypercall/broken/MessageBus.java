package dev.dmalint.samples.hypercall.broken;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOTimerEventSource;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.ProcReg;
import dev.dmalint.iokit.Task;

/**
 * Talks to a hypervisor in the manner of Hyper-V: pages for messages and events are named to it by
 * their numbers, calls carry the addresses of their input.
 */
@Personality(name = "Hypervisor bus", providerClass = "IOResources")
public final class MessageBus extends IOService {
  private static final int MESSAGE_PAGE = 0x4000_0083;
  private static final int EVENT_PAGE = 0x4000_0082;
  private static final long POST_MESSAGE = 0x5c;
  private static final long PAGE = 4096;

  private IOWorkLoop workLoop;
  private IOTimerEventSource poll;
  private IOBufferMemoryDescriptor messages;
  private IOBufferMemoryDescriptor events;
  private IOBufferMemoryDescriptor input;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    messages = page();
    events = page();
    input = page();
    workLoop = IOWorkLoop.workLoop();
    poll = IOTimerEventSource.timerEventSource(this, (owner, timer) -> receive(timer));
    if (messages == null || events == null || input == null || workLoop == null || poll == null) {
      stop(provider);
      return false;
    }
    enable(MESSAGE_PAGE, messages);
    enable(EVENT_PAGE, events);
    workLoop.addEventSource(poll);
    poll.setTimeoutMS(1);
    post(1, 0x0e);
    registerService();
    return true;
  }

  private static IOBufferMemoryDescriptor page() {
    return IOBufferMemoryDescriptor.inTaskWithOptions(
        Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, PAGE, PAGE);
  }

  private static void enable(int register, IOMemoryDescriptor page) {
    // source mapped-address-to-physical-consumer
    long number = page.getPhysicalAddress() >>> 12;
    // want mapped-address-to-physical-consumer breaks=P8
    setPage(register, number);
  }

  private void post(int connection, int type) {
    long bytes = input.getBytesNoCopy();
    OSByteOrder.OSWriteLittleInt32(bytes, 0, connection);
    OSByteOrder.OSWriteLittleInt32(bytes, 8, type);
    OSByteOrder.OSWriteLittleInt32(bytes, 12, 0);
    // source mapped-address-to-physical-consumer
    long address = input.getPhysicalSegment(0, new long[1]);
    // want mapped-address-to-physical-consumer breaks=P8
    long status = hypercall(POST_MESSAGE, address, 0);
    IOLib.IOLog("hypervisor: status %u\n", status & 0xffff);
  }

  private void receive(IOTimerEventSource timer) {
    int type = OSByteOrder.OSReadLittleInt32(messages.getBytesNoCopy(), 0);
    if (type != 0) {
      OSByteOrder.OSWriteLittleInt32(messages.getBytesNoCopy(), 0, 0);
    }
    timer.setTimeoutMS(1);
  }

  /** Writes a model-specific register that holds a page number and an enable bit. */
  private static void setPage(
      int register, @DmaSink(consumer = "K9", shift = 12, width = 52) long pageNumber) {
    ProcReg.wrmsr64(register, pageNumber << 12 | 1);
  }

  private static long hypercall(
      long code,
      @DmaSink(consumer = "K9", alignment = 8) long inputAddress,
      @DmaSink(consumer = "K9", alignment = 8) long outputAddress) {
    return ProcReg.vmcall(code, inputAddress, outputAddress);
  }

  @Override
  public void stop(IOService provider) {
    if (poll != null) {
      poll.cancelTimeout();
      workLoop.removeEventSource(poll);
      poll.release();
      poll = null;
    }
    ProcReg.wrmsr64(MESSAGE_PAGE, 0);
    ProcReg.wrmsr64(EVENT_PAGE, 0);
    messages = released(messages);
    events = released(events);
    input = released(input);
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    super.stop(provider);
  }

  private static IOBufferMemoryDescriptor released(IOBufferMemoryDescriptor page) {
    if (page != null) {
      page.release();
    }
    return null;
  }
}
