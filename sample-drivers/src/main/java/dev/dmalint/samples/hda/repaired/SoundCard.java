package dev.dmalint.samples.hda.repaired;

import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOTimerEventSource;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;

/** An HD Audio controller that plays from one output stream, filled by a timer. */
public final class SoundCard extends IOService {
  private static final int GCTL = 0x08;
  private static final int INTCTL = 0x20;

  private IOPCIDevice controller;
  private IOMemoryMap registers;
  private IOWorkLoop workLoop;
  private IOTimerEventSource refill;
  private AudioStream stream;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    controller = (IOPCIDevice) provider;
    if (!controller.open(this)) {
      return false;
    }
    controller.setMemoryEnable(true);
    controller.setBusLeadEnable(true);
    registers = controller.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    if (registers == null) {
      stop(provider);
      return false;
    }
    OSByteOrder.OSWriteLittleInt32(registers.getVirtualAddress(), GCTL, 1);
    stream = new OutputStream(registers);
    workLoop = IOWorkLoop.workLoop();
    refill = IOTimerEventSource.timerEventSource(this, SoundCard::play);
    if (workLoop == null || refill == null || !stream.open(controller)) {
      stop(provider);
      return false;
    }
    workLoop.addEventSource(refill);
    OSByteOrder.OSWriteLittleInt32(registers.getVirtualAddress(), INTCTL, 0);
    refill.setTimeoutMS(10);
    registerService();
    return true;
  }

  private static void play(Object owner, IOTimerEventSource timer) {
    SoundCard card = (SoundCard) owner;
    card.stream.run();
    timer.setTimeoutMS(10);
  }

  @Override
  public void stop(IOService provider) {
    if (refill != null) {
      refill.cancelTimeout();
      workLoop.removeEventSource(refill);
      refill.release();
      refill = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (stream != null) {
      stream.close();
      stream = null;
    }
    if (registers != null) {
      registers.release();
      registers = null;
    }
    controller.setBusLeadEnable(false);
    controller.close(this);
    super.stop(provider);
  }
}
