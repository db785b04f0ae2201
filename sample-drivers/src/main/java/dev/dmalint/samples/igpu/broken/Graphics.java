package dev.dmalint.samples.igpu.broken;

import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;

/** An Intel integrated GPU that scans out of a buffer in main memory. */
public final class Graphics extends IOService {
  private static final int PLANE_CONTROL = 0x70180;
  private static final int PLANE_STRIDE = 0x70188;
  private static final int PLANE_SURFACE = 0x7019c;
  private static final int SCREEN_BYTES = 1920 * 1080 * 4;

  private IOPCIDevice gpu;
  private IOMemoryMap registers;
  private GlobalTable table;
  private Surface screen;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    gpu = (IOPCIDevice) provider;
    if (!gpu.open(this)) {
      return false;
    }
    gpu.setMemoryEnable(true);
    gpu.setBusLeadEnable(true);
    registers = gpu.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    screen = Surface.ofBytes(gpu, SCREEN_BYTES);
    if (registers == null || screen == null) {
      stop(provider);
      return false;
    }
    table = new GlobalTable(registers);
    table.bind(0, screen);
    show(0);
    registerService();
    return true;
  }

  private void show(int firstPage) {
    long base = registers.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt32(base, PLANE_STRIDE, 1920 * 4 / 64);
    OSByteOrder.OSWriteLittleInt32(base, PLANE_CONTROL, 0x8400_0000);
    OSByteOrder.OSWriteLittleInt32(base, PLANE_SURFACE, firstPage << 12);
  }

  @Override
  public void stop(IOService provider) {
    if (registers != null) {
      OSByteOrder.OSWriteLittleInt32(registers.getVirtualAddress(), PLANE_CONTROL, 0);
    }
    if (table != null && screen != null) {
      table.unbind(0, screen);
    }
    table = null;
    if (screen != null) {
      screen.release();
      screen = null;
    }
    if (registers != null) {
      registers.release();
      registers = null;
    }
    gpu.setBusLeadEnable(false);
    gpu.close(this);
    super.stop(provider);
  }
}
