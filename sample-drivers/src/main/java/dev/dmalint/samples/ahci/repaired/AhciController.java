package dev.dmalint.samples.ahci.repaired;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;

/**
 * An AHCI host adapter with its ports' command lists, received FISes and command tables in one
 * buffer a port that the adapter's mapper knows.
 */
@Personality(name = "AHCI", providerClass = "IOPCIDevice", pciClassMatch = "0x01060100&0xffffff00")
public final class AhciController extends IOService {
  private static final int GHC = 0x04;
  private static final int IS = 0x08;
  private static final int PI = 0x0c;

  private IOPCIDevice device;
  private IOMemoryMap abar;
  private final Port[] ports = new Port[32];

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
    abar = device.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress5);
    if (abar == null || !startPorts()) {
      stop(provider);
      return false;
    }
    device.registerInterrupt(0, this, (target, refCon, nub, source) -> interrupted());
    device.enableInterrupt(0);
    OSByteOrder.OSWriteLittleInt32(abar.getVirtualAddress(), GHC, 0x8000_0002);
    registerService();
    return true;
  }

  private boolean startPorts() {
    int implemented = OSByteOrder.OSReadLittleInt32(abar.getVirtualAddress(), PI);
    for (int i = 0; i < ports.length; i++) {
      if ((implemented & 1 << i) != 0) {
        ports[i] = new Port(device, abar, i);
        if (!ports[i].allocate()) {
          return false;
        }
        ports[i].start();
      }
    }
    return true;
  }

  private void interrupted() {
    int pending = OSByteOrder.OSReadLittleInt32(abar.getVirtualAddress(), IS);
    for (Port port : ports) {
      if (port != null && (pending & port.bit()) != 0) {
        port.acknowledge();
      }
    }
    OSByteOrder.OSWriteLittleInt32(abar.getVirtualAddress(), IS, pending);
    IOLib.IOLog("ahci: ports %08x\n", pending);
  }

  @Override
  public void stop(IOService provider) {
    if (abar != null) {
      OSByteOrder.OSWriteLittleInt32(abar.getVirtualAddress(), GHC, 0x8000_0000);
    }
    device.disableInterrupt(0);
    device.unregisterInterrupt(0);
    for (int i = 0; i < ports.length; i++) {
      if (ports[i] != null) {
        ports[i].release();
        ports[i] = null;
      }
    }
    if (abar != null) {
      abar.release();
      abar = null;
    }
    device.setBusLeadEnable(false);
    device.close(this);
    super.stop(provider);
  }
}
