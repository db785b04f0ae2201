package dev.dmalint.samples.e1000.broken;

import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;

/**
 * A gigabit network card of the e1000 family. The receive ring is made with the card's mapper; the
 * builder call for the transmit ring leaves it out.
 */
public final class GigabitNic extends IOService {
  private static final int RCTL = 0x0100;
  private static final int TCTL = 0x0400;
  private static final int RECEIVE = 0x2800;
  private static final int TRANSMIT = 0x3800;
  private static final int LENGTH = 0x08;
  private static final int HEAD = 0x10;
  private static final int TAIL = 0x18;
  private static final int ICR = 0x00c0;
  private static final int IMS = 0x00d0;

  private IOPCIDevice nub;
  private IOMemoryMap map;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private DescriptorRing receive;
  private DescriptorRing transmit;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    nub = (IOPCIDevice) provider;
    if (!nub.open(this)) {
      return false;
    }
    nub.setMemoryEnable(true);
    nub.setBusMasterEnable(true);
    map = nub.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    if (map == null || !allocate() || !attachInterrupts()) {
      stop(provider);
      return false;
    }
    receive.fill();
    program(RECEIVE, receive);
    program(TRANSMIT, transmit);
    write(RECEIVE + TAIL, receive.count() - 1);
    write(RCTL, 0x8002);
    write(TCTL, 0x0002);
    write(IMS, 0x9d);
    send();
    registerService();
    return true;
  }

  private boolean allocate() {
    IOMapper mapper = IOMapper.copyMapperForDevice(nub);
    receive = new RingBuilder().entries(64).buffersOf(2048).mapper(mapper).build();
    transmit = new RingBuilder().entries(64).buffersOf(2048).build();
    if (mapper != null) {
      mapper.release();
    }
    return receive != null && transmit != null;
  }

  private boolean attachInterrupts() {
    workLoop = IOWorkLoop.workLoop();
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this,
            (owner, source, count) -> {
              GigabitNic nic = (GigabitNic) owner;
              int cause = nic.read(ICR);
              if ((cause & 0x80) != 0) {
                nic.write(RECEIVE + TAIL, nic.receive.advance());
              }
              if ((cause & 0x01) != 0) {
                nic.send();
              }
            },
            nub,
            0);
    if (workLoop == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  private void program(int block, DescriptorRing ring) {
    long base = ring.base();
    write(block, (int) base);
    write(block + 4, (int) (base >>> 32));
    write(block + LENGTH, ring.bytes());
    write(block + HEAD, 0);
    write(block + TAIL, 0);
  }

  private void send() {
    transmit.queue(64);
    OSByteOrder.OSMemoryBarrier();
    write(TRANSMIT + TAIL, transmit.advance());
  }

  private int read(int register) {
    return OSByteOrder.OSReadLittleInt32(map.getVirtualAddress(), register);
  }

  private void write(int register, int value) {
    // want address-of-another-domain breaks=P2,P5
    OSByteOrder.OSWriteLittleInt32(map.getVirtualAddress(), register, value);
  }

  @Override
  public void stop(IOService provider) {
    if (map != null) {
      write(RCTL, 0);
      write(TCTL, 0);
    }
    if (interrupts != null) {
      interrupts.disable();
      workLoop.removeEventSource(interrupts);
      interrupts.release();
      interrupts = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (receive != null) {
      receive.release();
      receive = null;
    }
    if (transmit != null) {
      transmit.release();
      transmit = null;
    }
    if (map != null) {
      map.release();
      map = null;
    }
    nub.setBusMasterEnable(false);
    nub.close(this);
    super.stop(provider);
  }
}
