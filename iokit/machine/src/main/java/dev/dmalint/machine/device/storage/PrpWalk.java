package dev.dmalint.machine.device.storage;

import dev.dmalint.machine.bus.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the memory that PRP entries name: the first may start inside a page, at a dword; every
 * other is a whole page. More than two pages stand in a list, whose last slot of a page leads to
 * the next page of the list.
 *
 * @see "NVM Express 1.4, 4.3"
 */
final class PrpWalk {
  private static final int SLOT = 8;

  /** Pages of a list, so that one that leads to itself has an end. */
  private static final int HOPS = 64;

  /** Bytes in one piece. */
  private record Piece(long address, int length) {}

  private final DmaPort dma;
  private final int page;

  /**
   * A walk.
   *
   * @param page bytes of a page as CC.MPS has it
   */
  PrpWalk(DmaPort dma, int page) {
    this.dma = dma;
    this.page = page;
  }

  /** Reads what the entries name; empty if one of them has an offset that it must not have. */
  Optional<byte[]> read(long prp1, long prp2, int length) {
    return pieces(prp1, prp2, length)
        .map(
            pieces -> {
              ByteBuffer all = ByteBuffer.allocate(length);
              pieces.forEach(piece -> all.put(dma.read(piece.address(), piece.length())));
              return all.array();
            });
  }

  /** Writes to what the entries name, and says whether their offsets are what they must be. */
  boolean write(long prp1, long prp2, byte[] bytes) {
    Optional<List<Piece>> pieces = pieces(prp1, prp2, bytes.length);
    pieces.ifPresent(
        found -> {
          ByteBuffer all = ByteBuffer.wrap(bytes);
          for (Piece piece : found) {
            byte[] part = new byte[piece.length()];
            all.get(part);
            dma.write(piece.address(), part);
          }
        });
    return pieces.isPresent();
  }

  private Optional<List<Piece>> pieces(long prp1, long prp2, int length) {
    if ((prp1 & 3) != 0) {
      return Optional.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    int first = Math.min(length, page - offset(prp1));
    pieces.add(new Piece(prp1, first));
    int left = length - first;
    if (left == 0) {
      return Optional.of(pieces);
    }
    if (left <= page) {
      pieces.add(new Piece(prp2, left));
      return offset(prp2) == 0 ? Optional.of(pieces) : Optional.empty();
    }
    return list(prp2, left, pieces) ? Optional.of(pieces) : Optional.empty();
  }

  private boolean list(long start, int length, List<Piece> pieces) {
    long at = start;
    int left = length;
    for (int hops = 0; left > 0; hops++) {
      if (at % SLOT != 0 || hops > HOPS) {
        return false;
      }
      int wanted = (left + page - 1) / page;
      int slots = (page - offset(at)) / SLOT;
      boolean goesOn = wanted > slots;
      int read = Math.min(wanted, slots);
      ByteBuffer entries =
          ByteBuffer.wrap(dma.read(at, read * SLOT)).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < (goesOn ? read - 1 : read); i++) {
        long entry = entries.getLong();
        if (offset(entry) != 0) {
          return false;
        }
        int part = Math.min(left, page);
        pieces.add(new Piece(entry, part));
        left -= part;
      }
      at = goesOn ? entries.getLong() : at;
    }
    return true;
  }

  private int offset(long address) {
    return (int) (address & page - 1);
  }
}
