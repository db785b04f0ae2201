package dev.dmalint.samples.raid.broken;

import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;

/**
 * A RAID controller that takes the addresses of command frames and keeps its answers in a frame.
 */
public final class RaidController extends IOService {
  private static final int MEMORY = 1;
  private static final long INBOUND_QUEUE = 0xc0;
  private static final long OUTBOUND_STATUS = 0x30;

  private IOPCIDevice device;
  private IOWorkLoop workLoop;
  private IOCommandGate gate;
  private CommandFrame frame;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    device = (IOPCIDevice) provider;
    if (!device.open(this)) {
      return false;
    }
    device.setMemoryEnable(true);
    device.setBusLeadEnable(true);
    workLoop = IOWorkLoop.workLoop();
    gate = IOCommandGate.commandGate(this, RaidController::issue);
    frame = CommandFrame.allocate(device);
    if (workLoop == null || gate == null || frame == null) {
      stop(provider);
      return false;
    }
    workLoop.addEventSource(gate);
    if (gate.runCommand(CommandFrame.READ_CONFIGURATION) != IOReturn.kIOReturnSuccess) {
      stop(provider);
      return false;
    }
    registerService();
    return true;
  }

  private static int issue(Object owner, Object code, Object a1, Object a2, Object a3) {
    RaidController controller = (RaidController) owner;
    controller.frame.prepare((Integer) code);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    controller.device.deviceMemoryWrite64(MEMORY, INBOUND_QUEUE, controller.frame.address() | 1);
    for (int attempt = 0; attempt < 1000; attempt++) {
      if (controller.device.deviceMemoryRead32(MEMORY, OUTBOUND_STATUS) != 0) {
        return controller.frame.status();
      }
      IOLib.IODelay(10);
    }
    return IOReturn.kIOReturnTimeout;
  }

  @Override
  public void stop(IOService provider) {
    if (gate != null) {
      if (workLoop != null) {
        workLoop.removeEventSource(gate);
      }
      gate.release();
      gate = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (frame != null) {
      frame.release();
      frame = null;
    }
    device.setBusLeadEnable(false);
    device.close(this);
    super.stop(provider);
  }
}
