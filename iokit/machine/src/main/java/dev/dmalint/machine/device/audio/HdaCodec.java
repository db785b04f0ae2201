package dev.dmalint.machine.device.audio;

/**
 * A codec at address 0: one audio function group with a converter and a pin. It answers what
 * parameters it has, and every other verb with 0.
 *
 * @see "High Definition Audio 1.0a, 7.3.4"
 */
final class HdaCodec {
  private static final int GET_PARAMETER = 0xF00;
  private static final int VENDOR = 0x00;
  private static final int REVISION = 0x02;
  private static final int SUBNODES = 0x04;
  private static final int FUNCTION_TYPE = 0x05;
  private static final int WIDGET = 0x09;
  private static final int ROOT = 0;
  private static final int GROUP = 1;
  private static final int PIN = 3;

  private HdaCodec() {}

  /** The answer to a command: codec address 31:28, node 27:20, verb 19:8, payload 7:0. */
  static int answer(int command) {
    int node = command >>> 20 & 0xFF;
    if ((command >>> 8 & 0xFFF) != GET_PARAMETER) {
      return 0;
    }
    return switch (command & 0xFF) {
      case VENDOR -> node == ROOT ? 0x1AF4_0011 : 0;
      case REVISION -> node == ROOT ? 0x0010_0000 : 0;
      case SUBNODES -> node == ROOT ? 1 << 16 | 1 : node == GROUP ? 2 << 16 | 2 : 0;
      case FUNCTION_TYPE -> node == GROUP ? 1 : 0;
      case WIDGET -> node > GROUP && node <= PIN ? (node == PIN ? 4 : 0) << 20 : 0;
      default -> 0;
    };
  }
}
