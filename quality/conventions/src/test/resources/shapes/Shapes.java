// Shapes in which addresses travel through drivers, each with what it earns. Not compiled: it is read.

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.*;
import static dev.dmalint.iokit.IOMemoryDescriptor.*;

import dev.dmalint.iokit.*;
import dev.dmalint.iokit.IODMACommand.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

class Base {
  final IOPCIDevice dev;
  final long regs;

  Base(IOPCIDevice d) {
    dev = d;
    regs = d.mapDeviceMemoryWithIndex(0, 0).getVirtualAddress();
  }

  IOBufferMemoryDescriptor buf(int n) {
    return IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, kIODirectionInOut, n, 4096);
  }
}

/** B3: out-parameter helper. */
class OutParam extends Base {
  OutParam(IOPCIDevice d) {
    super(d);
  }

  static boolean make(long[] phys, IOBufferMemoryDescriptor[] md) {
    md[0] = IOBufferMemoryDescriptor.withCapacity(4096, kIODirectionInOut, true);
    if (md[0] == null) return false;
    // source physical-address-to-device
    phys[0] = md[0].getPhysicalSegment(0, null, kIOMemoryMapperNone);
    return true;
  }

  public void setup() {
    long[] a = new long[1];
    IOBufferMemoryDescriptor[] m = new IOBufferMemoryDescriptor[1];
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    if (make(a, m)) dev.deviceMemoryWrite64(0, 0x10, a[0]);
  }
}

/** B5/B6 arrays in place. */
class Table extends Base {
  private final long[] table = new long[8];

  Table(IOPCIDevice d) {
    super(d);
  }

  public void fill(IOMemoryDescriptor md) {
    long off = 0;
    for (int i = 0; i < table.length; i++, off += 4096)
      // source address-cut-to-32-bits
      // source physical-address-to-device
      table[i] = md.getPhysicalSegment(off, null, kIOMemoryMapperNone);
    for (int i = 0; i < table.length; i++) table[i] = (table[i] << 32) | (4096L << 12);
    for (int i = 0; i < table.length; i++)
      // want address-cut-to-32-bits breaks=P4,P6,P7,P10,P11,P12,P13,P14
      // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
      dev.deviceMemoryWrite64(0, 0x100 + 8 * i, table[i]);
  }

  public void log(IOMemoryDescriptor md) {
    long a = md.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    IOLib.IOLog("x %llx", a);
    System.out.println("addr " + Long.toHexString(a));
    if (a == 0 || a > 100) throw new IllegalStateException("bad " + a);
  }
}

/** B7 encoding overridden per chip. */
abstract class Chip extends Base {
  Chip(IOPCIDevice d) {
    super(d);
  }

  abstract long encode(long a);

  public void go(IOMemoryDescriptor md) {
    // source physical-address-to-device
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x20, encode(md.getPhysicalSegment(0, null, kIOMemoryMapperNone)));
  }
}

class ChipA extends Chip {
  ChipA(IOPCIDevice d) {
    super(d);
  }

  long encode(long a) {
    return a | 1;
  }
}

class ChipB extends Chip {
  ChipB(IOPCIDevice d) {
    super(d);
  }

  long encode(long a) {
    return 7;
  }
}

/** B14 arena. */
class Arena {
  final long base;
  long used;

  Arena(long b) {
    base = b;
  }

  long alloc(int n) {
    long r = base + used;
    used += (n + 63) & ~63;
    return r;
  }
}

class ArenaUser extends Base {
  ArenaUser(IOPCIDevice d) {
    super(d);
  }

  public void go() {
    // source physical-address-to-device
    Arena a = new Arena(buf(65536).getPhysicalSegment(0, null, kIOMemoryMapperNone));
    a.alloc(3);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x30, a.alloc(100));
  }
}

/** B17 callback per segment with refcon. */
class Callback extends Base {
  static final class Sg {
    final long[] a = new long[16];
    int n;
  }

  Callback(IOPCIDevice d) {
    super(d);
  }

  static boolean out(IODMACommand c, Segment64 s, Object ref, int i) {
    Sg sg = (Sg) ref;
    sg.a[i] = s.fIOVMAddr;
    sg.n = i + 1;
    return true;
  }

  public void go(IOMemoryDescriptor md, int options) {
    IODMACommand c = IODMACommand.withSpecification(Callback::out, 64, 0, IODMACommand.kUnmapped);
    c.setMemoryDescriptor(md);
    long[] off = {0};
    int[] n = {16};
    Sg sg = new Sg();
    // source physical-address-to-device
    c.genIOVMSegments(off, sg, n);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    for (int i = 0; i < sg.n; i++) dev.deviceMemoryWrite64(0, 0x200 + i * 8, sg.a[i]);
  }

  public void good(IOMemoryDescriptor md) {
    IODMACommand c =
        IODMACommand.withSpecification(
            Callback::out,
            64,
            0,
            IODMACommand.kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(dev),
            null);
    c.setMemoryDescriptor(md);
    long[] off = {0};
    int[] n = {16};
    Sg sg = new Sg();
    c.genIOVMSegments(off, sg, n);
    for (int i = 0; i < sg.n; i++) dev.deviceMemoryWrite64(0, 0x200 + i * 8, sg.a[i]);
  }
}

/** B19 supplier pool. */
class Pool extends Base {
  final Supplier<IODMACommand> maker;
  final Deque<IODMACommand> free = new ArrayDeque<>();

  Pool(IOPCIDevice d) {
    super(d);
    maker =
        () ->
            IODMACommand.withSpecification(
                IODMACommand::OutputHost64, 64, 0, IODMACommand.kUnmapped);
    for (int i = 0; i < 4; i++) free.push(maker.get());
  }

  public void go(IOMemoryDescriptor md) {
    IODMACommand c = free.pop();
    c.setMemoryDescriptor(md);
    Segment64[] s = {new Segment64()};
    long[] o = {0};
    int[] n = {1};
    // source physical-address-to-device
    c.gen64IOVMSegments(o, s, n);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x40, s[0].fIOVMAddr);
  }
}

/** B21 Linux shim. */
interface DmaOps {
  long map(IOMemoryDescriptor md, int dir);
}

class Shim {
  static final DmaOps OPS =
      new DmaOps() {
        public long map(IOMemoryDescriptor md, int dir) {
          md.prepare();
          // source physical-address-to-device
          return md.getPhysicalSegment(0, null, kIOMemoryMapperNone);
        }
      };

  static long dma_map_single(IOMemoryDescriptor md) {
    return OPS.map(md, 1);
  }
}

class ShimUser extends Base {
  ShimUser(IOPCIDevice d) {
    super(d);
  }

  public void go(IOMemoryDescriptor m) {
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x50, Shim.dma_map_single(m));
  }
}

/** B24. */
class Two extends Base {
  Two(IOPCIDevice d) {
    super(d);
  }

  public void go(IOMemoryDescriptor m, boolean fast) {
    // source physical-address-to-device
    long a = fast ? m.getPhysicalSegment(0, null, kIOMemoryMapperNone) : 0;
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x60, a);
  }

  public void overwritten(IOMemoryDescriptor m) {
    long a = m.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    IOLib.IOLog("%x", a);
    a = 5;
    dev.deviceMemoryWrite64(0, 0x60, a);
  }
}

/** B28 fallback chain. */
class Chain extends Base {
  Chain(IOPCIDevice d) {
    super(d);
  }

  public void go(IOMemoryDescriptor m) {
    IOMapper mapper = IOMapper.copyMapperForDevice(dev);
    if (mapper == null) mapper = IOMapper.gSystem;
    IODMACommand c =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            64,
            0,
            mapper == null ? IODMACommand.kBypassed : IODMACommand.kMapped,
            0,
            1,
            mapper,
            null);
    c.setMemoryDescriptor(m);
    Segment64[] s = {new Segment64()};
    c.gen64IOVMSegments(new long[1], s, new int[] {1});
    dev.deviceMemoryWrite64(0, 0x70, s[0].fIOVMAddr);
  }
}

/** A5/A6. */
class Forward extends IOGeneralMemoryDescriptor {
  final IOMemoryDescriptor in;

  Forward(IOMemoryDescriptor i) {
    in = i;
  }

  @Override
  public long getPhysicalSegment(long off, long[] len, int options) {
    // source physical-address-to-device
    return in.getPhysicalSegment(off, len, options);
  }
}

class ForwardUser extends Base {
  ForwardUser(IOPCIDevice d) {
    super(d);
  }

  public void bad(IOMemoryDescriptor m) {
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(
        0, 0x80, new Forward(m).getPhysicalSegment(0, null, kIOMemoryMapperNone));
  }
}

/** A8 segment options. */
class Opts extends Base {
  Opts(IOPCIDevice d) {
    super(d);
  }

  public void go(IOMemoryDescriptor m) {
    SegmentOptions o = new SegmentOptions();
    o.fNumAddressBits = 64;
    o.fAlignment = 1;
    IODMACommand c =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            o,
            IODMACommand.kUnmapped | IODMACommand.kIterateOnly,
            null,
            null);
    c.setMemoryDescriptor(m);
    Segment64[] s = {new Segment64()};
    // source physical-address-to-device
    c.gen64IOVMSegments(new long[1], s, new int[] {1});
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0x90, s[0].fIOVMAddr);
  }
}

/** B2/B20 record in map and streams. */
class Recs extends Base {
  record DmaBuffer(IOBufferMemoryDescriptor md, long addr) {}

  final Map<Integer, DmaBuffer> map = new LinkedHashMap<>();
  final List<Segment64> segs = new ArrayList<>();

  Recs(IOPCIDevice d) {
    super(d);
  }

  public void put() {
    IOBufferMemoryDescriptor b = buf(4096);
    // source physical-address-to-device
    map.put(3, new DmaBuffer(b, b.getPhysicalSegment(0, null, kIOMemoryMapperNone)));
  }

  public void use() {
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    for (DmaBuffer d : map.values()) dev.deviceMemoryWrite64(0, 0xA0, d.addr());
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0xA8, map.get(3).addr());
  }

  public void streams(List<IOMemoryDescriptor> l) {
    l.stream()
        // source physical-address-to-device
        .mapToLong(m -> m.getPhysicalSegment(0, null, kIOMemoryMapperNone))
        .filter(a -> a != 0)
        // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
        .forEach(a -> dev.deviceMemoryWrite64(0, 0xB0, a));
  }
}

/** E12. */
class Narrow extends Base {
  Narrow(IOPCIDevice d) {
    super(d);
  }

  int low;

  public void bad(IOMemoryDescriptor m) {
    IODMACommand c =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            64,
            0,
            IODMACommand.kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(dev),
            null);
    c.setMemoryDescriptor(m);
    Segment64[] s = {new Segment64()};
    // source address-cut-to-32-bits
    c.gen64IOVMSegments(new long[1], s, new int[] {1});
    low = (int) s[0].fIOVMAddr;
    // want address-cut-to-32-bits breaks=P4,P6,P7,P10,P11,P12,P13,P14
    dev.deviceMemoryWrite32(0, 0xC0, low);
  }

  public void good(IOMemoryDescriptor m) {
    IODMACommand c =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost32,
            32,
            0,
            IODMACommand.kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(dev),
            null);
    c.setMemoryDescriptor(m);
    Segment32[] s = {new Segment32()};
    c.gen32IOVMSegments(new long[1], s, new int[] {1});
    dev.deviceMemoryWrite32(0, 0xC0, s[0].fIOVMAddr);
  }

  public void split(IOMemoryDescriptor m) {
    IODMACommand c =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            64,
            0,
            IODMACommand.kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(dev),
            null);
    c.setMemoryDescriptor(m);
    Segment64[] s = {new Segment64()};
    c.gen64IOVMSegments(new long[1], s, new int[] {1});
    long a = s[0].fIOVMAddr;
    dev.deviceMemoryWrite32(0, 0xC0, (int) (a & 0xffffffffL));
    dev.deviceMemoryWrite32(0, 0xC4, (int) (a >> 32));
  }
}

/** exceptions, switch, loops, optional. */
class Misc extends Base {
  Misc(IOPCIDevice d) {
    super(d);
  }

  public void go(IOMemoryDescriptor m, int kind) {
    long a;
    try {
      a =
          switch (kind) {
            // source physical-address-to-device
            case 1 -> m.getPhysicalSegment(0, null, kIOMemoryMapperNone);
            case 2 -> throw new RuntimeException();
            default -> 0L;
          };
    } finally {
      IOLib.IOLog("done");
    }
    Optional<Long> o = Optional.of(a);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    o.ifPresent(x -> dev.deviceMemoryWrite64(0, 0xD0, x));
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    dev.deviceMemoryWrite64(0, 0xD8, o.orElse(0L));
    // source address-of-another-domain
    while ((a = m.getPhysicalSegment(0, null)) != 0) {
      // want address-of-another-domain breaks=P2,P5
      dev.deviceMemoryWrite64(0, 0xE0, a);
    }
  }
}
