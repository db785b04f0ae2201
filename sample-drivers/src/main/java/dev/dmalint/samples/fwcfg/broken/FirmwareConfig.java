package dev.dmalint.samples.fwcfg.broken;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Pio;
import dev.dmalint.iokit.Task;

/** Reads the files that QEMU keeps for its guest, by the DMA interface of fw_cfg. */
@Personality(name = "fw_cfg", providerClass = "IOACPIPlatformDevice")
public final class FirmwareConfig extends IOService {
  private static final int DMA_HIGH = 0x514;
  private static final int DMA_LOW = 0x518;
  private static final int DIRECTORY = 0x19;
  private static final int SELECT = 8;
  private static final int READ = 2;
  private static final int ERROR = 1;
  private static final int REQUEST_BYTES = 16;
  private static final int DIRECTORY_BYTES = 1024;

  private IOBufferMemoryDescriptor request;
  private IOBufferMemoryDescriptor directory;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    request = piece(IOMemoryDescriptor.kIODirectionInOut, REQUEST_BYTES);
    directory = piece(IOMemoryDescriptor.kIODirectionIn, DIRECTORY_BYTES);
    if (request == null || directory == null || !read(DIRECTORY, directory)) {
      stop(provider);
      return false;
    }
    int files = OSByteOrder.OSReadBigInt32(directory.getBytesNoCopy(), 0);
    IOLib.IOLog("fw_cfg: %u files\n", files);
    setProperty("Files", files, 32);
    registerService();
    return true;
  }

  /** Memory that does not cross a page: its size is its alignment. */
  private static IOBufferMemoryDescriptor piece(int direction, long bytes) {
    return IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, direction, bytes, bytes);
  }

  private boolean read(int item, IOMemoryDescriptor target) {
    try (Mapping from = Mapping.of(request);
        Mapping to = Mapping.of(target)) {
      if (from == null || to == null) {
        return false;
      }
      long bytes = request.getBytesNoCopy();
      OSByteOrder.OSWriteBigInt32(bytes, 0, item << 16 | SELECT | READ);
      OSByteOrder.OSWriteBigInt32(bytes, 4, (int) target.getLength());
      // want mapped-address-to-physical-consumer breaks=P8
      OSByteOrder.OSWriteBigInt64(bytes, 8, to.address());
      OSByteOrder.OSMemoryBarrier();
      // want mapped-address-to-physical-consumer breaks=P8
      transfer(from.address());
      int control = OSByteOrder.OSReadBigInt32(bytes, 0);
      while ((control & ~ERROR) != 0) {
        IOLib.IODelay(1);
        control = OSByteOrder.OSReadBigInt32(bytes, 0);
      }
      return control == 0;
    }
  }

  /** Writing the lower half of the address starts the transfer. */
  private static void transfer(@DmaSink(consumer = "K8") long requestAddress) {
    Pio.outl(DMA_HIGH, OSByteOrder.OSSwapInt32((int) (requestAddress >>> 32)));
    Pio.outl(DMA_LOW, OSByteOrder.OSSwapInt32((int) requestAddress));
  }

  @Override
  public void stop(IOService provider) {
    if (request != null) {
      request.release();
      request = null;
    }
    if (directory != null) {
      directory.release();
      directory = null;
    }
    super.stop(provider);
  }
}
