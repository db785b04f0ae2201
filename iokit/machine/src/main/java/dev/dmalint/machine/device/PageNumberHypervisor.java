package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.Hypervisor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A hypervisor in the manner of Hyper-V: pages for code, messages and events are named by the
 * numbers that model-specific registers hold; calls carry the address of their input; a message
 * names the pages of a buffer (a GPADL). All of them are guest-physical, and a page has 4096 bytes
 * whatever the guest's own page size.
 *
 * <p>It writes the pages of its own when they are switched on, reads the input of a call and the
 * first word of each page of a GPADL, and puts its answers into the message page.
 *
 * @see "Hypervisor Top Level Functional Specification, 3 (calls), 11 (messages and events)"
 */
public final class PageNumberHypervisor implements Hypervisor {
  /** Register: identity of the guest's system; calls need one. */
  public static final int GUEST_OS = 0x4000_0000;

  /** Register: page that the code of calls is put into. */
  public static final int CALL_PAGE = 0x4000_0001;

  /** Register: page of event flags. */
  public static final int EVENT_PAGE = 0x4000_0082;

  /** Register: page of messages, 16 slots of 256 bytes. */
  public static final int MESSAGE_PAGE = 0x4000_0083;

  /** Call: post a message. */
  public static final int POST_MESSAGE = 0x5C;

  /** Call: signal an event. */
  public static final int SIGNAL_EVENT = 0x5D;

  private static final int FIRST_REGISTER = 0x4000_0000;
  private static final int LAST_REGISTER = 0x4000_009F;
  private static final int ENABLED = 1;
  private static final int PAGE_SHIFT = 12;
  private static final int PAGE = 1 << PAGE_SHIFT;
  private static final long IN_REGISTERS = 1L << 16;
  private static final byte[] VMCALL_RET = {0x0F, 0x01, (byte) 0xC1, (byte) 0xC3};
  private static final int INVALID_CODE = 2;
  private static final int INVALID_ALIGNMENT = 4;
  private static final int INVALID_PARAMETER = 5;
  private static final int LONGEST_PAYLOAD = 240;
  private static final int CHANNEL_MESSAGE = 1;
  private static final int ANSWER_SLOT = 2 * 256;
  private static final int GPADL_HEADER = 8;
  private static final int GPADL_CREATED = 10;
  private static final int INITIATE_CONTACT = 14;
  private static final int VERSION_RESPONSE = 15;

  private final Map<Integer, Long> registers = new TreeMap<>();
  private DeviceBus bus = NoBus.NONE;

  @Override
  public String name() {
    return "hypervisor";
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public OptionalLong readRegister(int register) {
    return has(register)
        ? OptionalLong.of(registers.getOrDefault(register, 0L))
        : OptionalLong.empty();
  }

  private static boolean has(int register) {
    return register >= FIRST_REGISTER && register <= LAST_REGISTER;
  }

  @Override
  public boolean writeRegister(int register, long value) {
    if (!has(register)) {
      return false;
    }
    registers.put(register, value);
    boolean page = register == CALL_PAGE || register == EVENT_PAGE || register == MESSAGE_PAGE;
    if (page && (value & ENABLED) != 0) {
      byte[] content = new byte[PAGE];
      if (register == CALL_PAGE) {
        System.arraycopy(VMCALL_RET, 0, content, 0, VMCALL_RET.length);
      }
      bus.note("takes the page with number 0x%x".formatted(value >>> PAGE_SHIFT));
      bus.physical().write(value & -PAGE, content);
    }
    return true;
  }

  @Override
  public long call(long control, long input, long output) {
    int code = (int) control & 0xFFFF;
    boolean inRegisters = (control & IN_REGISTERS) != 0;
    if (code == SIGNAL_EVENT) {
      return inRegisters ? 0 : readable(input);
    }
    if (code != POST_MESSAGE) {
      return INVALID_CODE;
    }
    if (inRegisters) {
      return INVALID_PARAMETER;
    }
    return readable(input) == 0 ? post(input) : INVALID_ALIGNMENT;
  }

  /** {@return the status: input begins at a multiple of 8} */
  private static int readable(long input) {
    return (input & 7) == 0 ? 0 : INVALID_ALIGNMENT;
  }

  private long post(long input) {
    ByteBuffer header = little(bus.physical().read(input, 16));
    int type = header.getInt(8);
    int length = header.getInt(12);
    if (length < 0 || length > LONGEST_PAYLOAD) {
      return INVALID_PARAMETER;
    }
    ByteBuffer payload =
        little(length == 0 ? new byte[0] : bus.physical().read(input + 16, length));
    if (type == CHANNEL_MESSAGE && length >= 8) {
      receive(payload);
    }
    return 0;
  }

  private void receive(ByteBuffer message) {
    int kind = message.getInt(0);
    if (kind == INITIATE_CONTACT) {
      answer(little(new byte[16]).putInt(0, VERSION_RESPONSE).put(8, (byte) 1));
    } else if (kind == GPADL_HEADER && message.capacity() >= 28) {
      int taken = takePages(message);
      ByteBuffer created = little(new byte[20]).putInt(0, GPADL_CREATED);
      created.putInt(8, message.getInt(8)).putInt(12, message.getInt(12)).putInt(16, taken);
      answer(created);
    }
  }

  /** {@return 0, or an error where the message lacks pages that its range needs} */
  private int takePages(ByteBuffer message) {
    long bytes = Integer.toUnsignedLong(message.getInt(20));
    long first = Integer.toUnsignedLong(message.getInt(24));
    long pages = (first + bytes + PAGE - 1) >>> PAGE_SHIFT;
    if (first >= PAGE || 28 + 8 * pages > message.capacity()) {
      return INVALID_PARAMETER;
    }
    for (int i = 0; i < pages; i++) {
      long number = message.getLong(28 + 8 * i);
      bus.note("takes the page with number 0x%x".formatted(number));
      bus.physical().read(number << PAGE_SHIFT, 4);
    }
    return 0;
  }

  /** Slots hold {le32 type, u8 length, 11 bytes, payload}; a type of 0 marks an empty one. */
  private void answer(ByteBuffer payload) {
    long page = registers.getOrDefault(MESSAGE_PAGE, 0L);
    if ((page & ENABLED) == 0) {
      bus.note("an answer is lost: there is no page for messages");
      return;
    }
    byte[] bytes = new byte[16 + payload.capacity()];
    ByteBuffer slot = little(bytes);
    slot.putInt(0, CHANNEL_MESSAGE).put(4, (byte) payload.capacity());
    slot.position(16);
    slot.put(payload);
    bus.physical().write((page & -PAGE) + ANSWER_SLOT, bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
