package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/** The memory itself, but for the pages above the address bits, which have copies below 4 GiB. */
final class BouncedPages implements DmaBacking {
  private static final long BELOW_4_GIB = 0xFFFFFFFFL;

  private record Piece(long offset, long length, long original, long address) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Long> copies = new ArrayList<>();

  private BouncedPages() {}

  /** Null if there are no pages for the copies. */
  static BouncedPages of(
      IOMemoryDescriptor memory, long start, long length, DmaSpecification specification) {
    BouncedPages made = new BouncedPages();
    Kernel kernel = Kernel.current();
    long page = 1L << kernel.pageShift();
    long[] run = new long[1];
    for (long offset = 0; offset < length; ) {
      long address = memory.walk(start + offset, run);
      long part = Math.min(Math.min(run[0], length - offset), page - (address & (page - 1)));
      long used = address;
      if (specification.outgrows(address, part)) {
        long[] copy = kernel.allocatePages(1, BELOW_4_GIB, false, 1);
        if (copy == null) {
          made.release();
          return null;
        }
        made.copies.add(copy[0]);
        used = copy[0] + (address & (page - 1));
      }
      made.pieces.add(new Piece(offset, part, address, used));
      offset += part;
    }
    return made;
  }

  @Override
  public long at(long offset, long[] run) {
    for (Piece piece : pieces) {
      if (offset < piece.offset + piece.length) {
        run[0] = piece.offset + piece.length - offset;
        return piece.address + offset - piece.offset;
      }
    }
    run[0] = 0;
    return 0;
  }

  @Override
  public void copyOut() {
    copy(true);
  }

  @Override
  public void copyIn() {
    copy(false);
  }

  private void copy(boolean out) {
    Kernel kernel = Kernel.current();
    for (Piece piece : pieces) {
      if (piece.address != piece.original) {
        byte[] bytes = new byte[(int) piece.length];
        kernel.readPhysical(out ? piece.original : piece.address, bytes, 0, bytes.length);
        kernel.writePhysical(out ? piece.address : piece.original, bytes, 0, bytes.length);
      }
    }
  }

  @Override
  public void release() {
    Kernel.current().freePages(copies.stream().mapToLong(Long::longValue).toArray());
    copies.clear();
  }

  @Override
  public boolean isBounced() {
    return true;
  }

  @Override
  public boolean isPhysical() {
    return true;
  }
}
