package dev.dmalint.iokit;

/**
 * A piece of a network packet ({@code mbuf_t}), and the kernel's functions on it.
 *
 * @see "xnu: bsd/sys/kpi_mbuf.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public final class Mbuf {
  Mbuf() {}

  /**
   * Where the data is for the CPU.
   *
   * @param mbuf the piece
   * @return kernel virtual address
   */
  public static long mbuf_data(Mbuf mbuf) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The length of the data.
   *
   * @param mbuf the piece
   * @return bytes
   */
  public static long mbuf_len(Mbuf mbuf) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The length of the packet.
   *
   * @param mbuf its first piece
   * @return bytes
   */
  public static long mbuf_pkthdr_len(Mbuf mbuf) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The next piece of the packet.
   *
   * @param mbuf the piece
   * @return null at the end
   */
  public static Mbuf mbuf_next(Mbuf mbuf) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The address of mbuf data for a device, deprecated by Apple. Intel kernels through macOS 15 keep
   * the clusters in the system mapper, for good.
   *
   * @param ptr kernel virtual address of mbuf data
   * @return on those kernels IOVA of the system mapper on M1 and M2, CPU-physical on M0; on Apple
   *     silicon, and as it seems on Intel with macOS 26, CPU-physical
   */
  public static long mbuf_data_to_physical(long ptr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Frees a packet.
   *
   * @param mbuf its first piece
   */
  public static void mbuf_freem(Mbuf mbuf) {
    throw KernelPanic.noBehaviour();
  }
}
