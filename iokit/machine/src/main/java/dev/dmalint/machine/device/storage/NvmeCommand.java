package dev.dmalint.machine.device.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A submission queue entry.
 *
 * @param opcode byte 0
 * @param usesSgl whether bits 15:14 ask for scatter/gather lists instead of PRPs
 * @param id bytes 2 and 3
 * @param namespace dword 1
 * @param prp1 bytes 24 to 31
 * @param prp2 bytes 32 to 39
 * @param dword10 dword 10
 * @param dword11 dword 11
 * @param dword12 dword 12
 * @see "NVM Express 1.4, 4.2"
 */
record NvmeCommand(
    int opcode,
    boolean usesSgl,
    int id,
    int namespace,
    long prp1,
    long prp2,
    int dword10,
    int dword11,
    int dword12) {
  static final int BYTES = 64;

  static NvmeCommand of(byte[] entry) {
    ByteBuffer view = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
    int first = view.getInt(0);
    return new NvmeCommand(
        first & 0xFF,
        (first & 0xC000) != 0,
        first >>> 16,
        view.getInt(4),
        view.getLong(24),
        view.getLong(32),
        view.getInt(40),
        view.getInt(44),
        view.getInt(48));
  }
}
