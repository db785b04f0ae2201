package dev.dmalint.samples.framebuffer.broken;

import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;

/**
 * A display whose pixels lie in a window of the device itself. The window is asked for its address
 * as if it were memory for a device, and answers with one of the system mapper where there is one.
 */
public final class ApertureFramebuffer extends IOService {
  private static final int REGISTERS = 0x500;
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final long SCREEN_BYTES = WIDTH * HEIGHT * 4L;

  private IOPCIDevice display;
  private IOMemoryMap registers;
  private final IODeviceMemory[] screens = new IODeviceMemory[2];
  private IOMemoryMap visible;
  private long apertureStart;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    display = (IOPCIDevice) provider;
    if (!display.open(this)) {
      return false;
    }
    display.setMemoryEnable(true);
    registers = display.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress2);
    IODeviceMemory aperture =
        display.getDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    if (registers == null || aperture == null || aperture.getLength() < 2 * SCREEN_BYTES) {
      stop(provider);
      return false;
    }
    // source device-memory-address-taken-for-bus-address
    apertureStart = aperture.getPhysicalAddress();
    for (int i = 0; i < screens.length; i++) {
      // want device-memory-address-taken-for-bus-address breaks=P1,P2,P3,P4b,P8
      screens[i] = IODeviceMemory.withRange(apertureStart + i * SCREEN_BYTES, SCREEN_BYTES);
    }
    visible = screens[0] == null ? null : screens[0].map(IODeviceMemory.kIOMapWriteCombineCache);
    if (visible == null) {
      stop(provider);
      return false;
    }
    setMode();
    clearFirstLine();
    IOLib.IOLog("framebuffer: %u x %u at %llx\n", WIDTH, HEIGHT, apertureStart);
    setProperty("ApertureStart", apertureStart, 64);
    registerService();
    return true;
  }

  private void setMode() {
    write(4, 0);
    write(1, WIDTH);
    write(2, HEIGHT);
    write(3, 32);
    write(4, 0x41);
  }

  private void write(int index, int value) {
    OSByteOrder.OSWriteLittleInt16(registers.getVirtualAddress(), REGISTERS + 2L * index, value);
  }

  private void clearFirstLine() {
    for (int x = 0; x < WIDTH; x++) {
      paint(x, 0, 0);
    }
  }

  /** {@return the part of the window that a client may map, not retained} */
  public IODeviceMemory getApertureRange(int screen) {
    return screens[screen];
  }

  /** Paints a point of the visible screen. */
  public void paint(int x, int y, int colour) {
    OSByteOrder.OSWriteLittleInt32(
        visible.getVirtualAddress(), 4L * ((long) y * WIDTH + x), colour);
  }

  /** {@return where in the window the address lies, or -1 if it lies elsewhere} */
  public long offsetInAperture(long address) {
    long offset = address - apertureStart;
    return offset >= 0 && offset < 2 * SCREEN_BYTES ? offset : -1;
  }

  @Override
  public void stop(IOService provider) {
    if (visible != null) {
      visible.release();
      visible = null;
    }
    for (int i = 0; i < screens.length; i++) {
      if (screens[i] != null) {
        screens[i].release();
        screens[i] = null;
      }
    }
    if (registers != null) {
      registers.release();
      registers = null;
    }
    display.close(this);
    super.stop(provider);
  }
}
