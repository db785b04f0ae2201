package dev.dmalint.machine.device.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a network controller is plugged into: frames wait to be received, and what it sent is kept.
 * One broadcast frame of 60 bytes is there from the start, as on any network.
 */
public final class Cable {
  private static final int SHORTEST = 60;
  private static final int KEPT = 256;

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final List<byte[]> sent = new ArrayList<>();

  /** A cable with its first frame. */
  public Cable() {
    byte[] frame = new byte[SHORTEST];
    Arrays.fill(frame, 0, 6, (byte) 0xFF);
    frame[12] = 0x08;
    frame[13] = 0x06;
    waiting.add(frame);
  }

  /**
   * A frame comes.
   *
   * @param frame without checksum
   */
  public void arrive(byte[] frame) {
    waiting.add(frame.clone());
  }

  /** {@return the frames that were sent, oldest first; the first 256} */
  public List<byte[]> sent() {
    return List.copyOf(sent);
  }

  Optional<byte[]> next() {
    return Optional.ofNullable(waiting.peek());
  }

  void received() {
    waiting.remove();
  }

  void send(byte[] frame) {
    if (sent.size() < KEPT) {
      sent.add(frame);
    }
  }
}
