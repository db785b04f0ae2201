package dev.dmalint.iokit;

/**
 * A piece of a network packet ({@code mbuf_t}), and the kernel's functions on it.
 *
 * @see "xnu: bsd/sys/kpi_mbuf.h"
 */
public final class Mbuf {
  /** {@code mbuf_allocpacket} may wait for memory. */
  public static final int MBUF_WAITOK = 0;

  /** {@code mbuf_allocpacket} fails rather than waits. */
  public static final int MBUF_DONTWAIT = 1;

  private static final int ENOMEM = 12;
  private static final int EINVAL = 22;
  private static final int ENOBUFS = 55;

  private long cluster;
  private long size;
  private long length;
  private Mbuf next;

  private Mbuf(long cluster, long size, long length) {
    this.cluster = cluster;
    this.size = size;
    this.length = length;
  }

  /**
   * Makes a packet.
   *
   * @param how {@code MBUF_WAITOK} or {@code MBUF_DONTWAIT}
   * @param packetLength bytes, at least 1
   * @param maxChunks in and out, shape [1], may be null: pieces it may have, 0 for any number;
   *     those it has
   * @param mbuf out, shape [1]: the first piece
   * @return 0; 12 (ENOMEM) without memory; 22 (EINVAL) for no length; 55 (ENOBUFS) if it takes more
   *     pieces
   */
  public static int mbuf_allocpacket(int how, long packetLength, int[] maxChunks, Mbuf[] mbuf) {
    Kernel kernel = Kernel.current();
    if (packetLength <= 0) {
      return EINVAL;
    }
    boolean one = maxChunks != null && maxChunks[0] == 1;
    long most = one ? packetLength : PacketClusters.sizeFor(kernel, 1);
    long pieces = (packetLength + most - 1) / most;
    if (maxChunks != null && maxChunks[0] != 0 && pieces > maxChunks[0]) {
      return ENOBUFS;
    }
    Mbuf first = null;
    for (long left = packetLength - (pieces - 1) * most, done = 0; done < pieces; done++) {
      Mbuf piece = of(kernel, done == 0 ? left : most);
      if (piece == null) {
        mbuf_freem(first);
        return ENOMEM;
      }
      piece.next = first;
      first = piece;
    }
    mbuf[0] = first;
    if (maxChunks != null) {
      maxChunks[0] = (int) pieces;
    }
    return 0;
  }

  private static Mbuf of(Kernel kernel, long length) {
    long size = PacketClusters.sizeFor(kernel, length);
    long cluster = PacketClusters.of(kernel).take(kernel, size);
    return cluster == 0 ? null : new Mbuf(cluster, size, length);
  }

  /**
   * Where the data is for the CPU.
   *
   * @param mbuf the piece
   * @return kernel virtual address
   */
  public static long mbuf_data(Mbuf mbuf) {
    Kernel.current();
    return mbuf.cluster;
  }

  /**
   * The length of the data.
   *
   * @param mbuf the piece
   * @return bytes
   */
  public static long mbuf_len(Mbuf mbuf) {
    Kernel.current();
    return mbuf.length;
  }

  /**
   * The length of the packet.
   *
   * @param mbuf its first piece
   * @return bytes
   */
  public static long mbuf_pkthdr_len(Mbuf mbuf) {
    Kernel.current();
    long total = mbuf.length;
    for (Mbuf piece = mbuf.next; piece != null; piece = piece.next) {
      total += piece.length;
    }
    return total;
  }

  /**
   * The next piece of the packet.
   *
   * @param mbuf the piece
   * @return null at the end
   */
  public static Mbuf mbuf_next(Mbuf mbuf) {
    Kernel.current();
    return mbuf.next;
  }

  /**
   * The address of mbuf data for a device, deprecated by Apple. Intel kernels through macOS 15 keep
   * the clusters in the system mapper, for good.
   *
   * @param ptr kernel virtual address of mbuf data
   * @return on those kernels IOVA of the system mapper on M1 and M2, CPU-physical on M0, and 0 for
   *     what is no mbuf data; on Apple silicon, and as it seems on Intel with macOS 26,
   *     CPU-physical
   */
  public static long mbuf_data_to_physical(long ptr) {
    Kernel kernel = Kernel.current();
    long address = PacketClusters.of(kernel).deviceAddress(kernel, ptr);
    kernel.called("Mbuf.mbuf_data_to_physical", null, address, ptr);
    return address;
  }

  /**
   * Frees a packet. Its address stays one of the system mapper's where it was one: the cluster is
   * handed out again.
   *
   * @param mbuf its first piece, may be null
   */
  public static void mbuf_freem(Mbuf mbuf) {
    Kernel kernel = Kernel.current();
    for (Mbuf piece = mbuf; piece != null; piece = piece.next) {
      if (piece.cluster == 0) {
        throw new KernelPanic("mbuf_freem of a packet that was freed");
      }
      PacketClusters.of(kernel).give(piece.cluster, piece.size);
      piece.cluster = 0;
    }
  }

  /** Moves all of the packet into its first piece; false without memory. */
  boolean merge() {
    Kernel kernel = Kernel.current();
    long total = mbuf_pkthdr_len(this);
    Mbuf whole = of(kernel, total);
    if (whole == null) {
      return false;
    }
    long at = whole.cluster;
    for (Mbuf piece = this; piece != null; piece = piece.next) {
      IOLib.bcopy(piece.cluster, at, piece.length);
      at += piece.length;
    }
    PacketClusters.of(kernel).give(cluster, size);
    mbuf_freem(next);
    cluster = whole.cluster;
    size = whole.size;
    length = total;
    next = null;
    return true;
  }
}
