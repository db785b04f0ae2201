package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOPhysicalRange;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Gives each call that takes an address the number of a buffer in the space that its row demands,
 * which has to reach the buffer, and the one in the other space, which must not. Where there is a
 * system mapper the buffer's physical address is a live I/O address of other memory, so that no
 * number is right by luck.
 */
final class RowDemands {
  private static final int MARK = 0x11;
  private static final int OTHER = 0x22;
  private static final int WRITTEN = 0x5A;
  private static final long LENGTH = 4096;

  private final RowPlay play;
  private final IOMapper own;
  private final IOBufferMemoryDescriptor target = page(MARK);
  private final long physical = Bench.cpa(target);
  private final long mapped = target.getPhysicalAddress();

  RowDemands(RowPlay play, IOPCIDevice nub) {
    this.play = play;
    this.own = IOMapper.copyMapperForDevice(nub);
    if (IOMapper.gSystem != null) {
      IOMapper.gSystem.iovmInsert(0, physical, 0, Bench.cpa(page(OTHER)), LENGTH);
    }
  }

  private static IOBufferMemoryDescriptor page(int mark) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.withOptions(3, Math.max(LENGTH, pageSize()), 1);
    OSByteOrder.OSWriteLittleInt64(memory.getBytesNoCopy(), 0, mark);
    return memory;
  }

  private static long pageSize() {
    return dev.dmalint.iokit.VmParam.PAGE_SIZE;
  }

  void all() {
    descriptors();
    accesses(MlPhys.class, "ml_phys_");
    accesses(IOMapper.class, "IOMapped");
    held(
        MlPhys.class,
        "ml_io_map",
        new Object[] {physical, LENGTH},
        number -> {
          long at = MlPhys.ml_io_map(number, LENGTH);
          return (OSByteOrder.OSReadLittleInt64(at, 0) & 0xFF) == MARK;
        });
    tables();
  }

  private void descriptors() {
    Class<?> type = IOMemoryDescriptor.class;
    held(
        type,
        "withAddress",
        new Object[] {physical, LENGTH, 3, null},
        number -> reads(IOMemoryDescriptor.withAddress(number, LENGTH, 3, null)));
    held(
        type,
        "withPhysicalAddress",
        new Object[] {physical, LENGTH, 3},
        number -> reads(IOMemoryDescriptor.withPhysicalAddress(number, LENGTH, 3)));
    held(
        type,
        "withPhysicalRanges",
        new Object[] {new IOPhysicalRange[0], 1, 3},
        number ->
            reads(
                IOMemoryDescriptor.withPhysicalRanges(
                    new IOPhysicalRange[] {new IOPhysicalRange(number, LENGTH)}, 1, 3)));
    for (int flags : new int[] {0, kIOMemoryMapperNone}) {
      held(
          type,
          "withAddressRange",
          new Object[] {physical, LENGTH, 3 | flags, null},
          number -> reads(IOMemoryDescriptor.withAddressRange(number, LENGTH, 3 | flags, null)));
      held(
          type,
          "withAddressRanges",
          new Object[] {new IOAddressRange[0], 1, 3 | flags, null},
          number ->
              reads(
                  IOMemoryDescriptor.withAddressRanges(
                      new IOAddressRange[] {new IOAddressRange(number, LENGTH)},
                      1,
                      3 | flags,
                      null)));
    }
    held(
        IODeviceMemory.class,
        "withRange",
        new Object[] {physical, LENGTH},
        number -> reads(IODeviceMemory.withRange(number, LENGTH)));
    held(
        IODeviceMemory.class,
        "arrayFromList",
        new Object[] {new IODeviceMemory.InitElement[0], 1},
        number -> {
          IODeviceMemory.InitElement element = new IODeviceMemory.InitElement();
          element.start = number;
          element.length = LENGTH;
          return reads(
              (IOMemoryDescriptor)
                  IODeviceMemory.arrayFromList(new IODeviceMemory.InitElement[] {element}, 1)
                      .getObject(0));
        });
  }

  private static boolean reads(IOMemoryDescriptor memory) {
    byte[] bytes = new byte[1];
    return memory.readBytes(0, bytes, 1) == 1 && bytes[0] == MARK;
  }

  private void accesses(Class<?> type, String prefix) {
    List<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().startsWith(prefix))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method method : methods) {
      boolean writes = method.getParameterCount() == 2;
      Object[] arguments =
          writes ? new Object[] {physical, value(method)} : new Object[] {physical};
      held(type, method.getName(), arguments, number -> access(method, number, writes));
    }
  }

  private static Object value(Method method) {
    Class<?> type = method.getParameterTypes()[1];
    if (type == long.class) {
      return (long) WRITTEN;
    }
    if (type == short.class) {
      return (short) WRITTEN;
    }
    if (type == byte.class) {
      return (byte) WRITTEN;
    }
    return WRITTEN;
  }

  private boolean access(Method method, long number, boolean writes) {
    try {
      if (!writes) {
        return (((Number) method.invoke(null, number)).longValue() & 0xFF) == MARK;
      }
      method.invoke(null, number, value(method));
      long bytes = target.getBytesNoCopy();
      boolean reached = (OSByteOrder.OSReadLittleInt64(bytes, 0) & 0xFF) == WRITTEN;
      OSByteOrder.OSWriteLittleInt64(bytes, 0, MARK);
      return reached;
    } catch (ReflectiveOperationException e) {
      return false; // A panic: nothing is there.
    }
  }

  /** What is entered in a mapper's tables has to lead to the buffer. */
  private void tables() {
    IOMapper mapper = IOMapper.gSystem != null ? IOMapper.gSystem : own;
    if (mapper == null) {
      return;
    }
    long at = mapped & -pageSize();
    long free = at + 0x100_0000L;
    held(
        mapper.getClass(),
        "iovmInsert",
        new Object[] {0, free, 0L, physical, pageSize()},
        number -> {
          mapper.iovmInsert(0, free, 0, number, pageSize());
          return mapper.mapToPhysicalAddress(free) == physical;
        });
    if (mapper == IOMapper.gSystem) {
      int page = IOMapper.IOMapperIOVMAlloc(1);
      held(
          IOMapper.class,
          "IOMapperInsertPage",
          new Object[] {page, 0, (int) (physical >>> 12)},
          number -> {
            IOMapper.IOMapperInsertPage(page, 0, (int) (number >>> 12));
            return mapper.mapToPhysicalAddress(Integer.toUnsignedLong(page) << 12) == physical;
          });
    }
  }

  private void held(Class<?> type, String name, Object[] arguments, LongPredicate reaches) {
    Optional<RowAddress> wanted = play.wanted(type, name, arguments);
    if (wanted.isEmpty()) {
      return;
    }
    boolean physicalIsMeant = wanted.get().space().equals("cpa");
    long right = physicalIsMeant ? physical : mapped;
    long wrong = physicalIsMeant ? mapped : physical;
    if (!reaches.test(right)) {
      play.disagrees(type, name, arguments, "0x%x does not reach the buffer".formatted(right));
    }
    if (wrong != right && reaches.test(wrong)) {
      play.disagrees(
          type, name, arguments, "0x%x, of another space, reaches the buffer".formatted(wrong));
    }
    if (Pmap.kvtophys(target.getBytesNoCopy()) != physical) {
      throw new AssertionError("the buffer has moved");
    }
  }
}
