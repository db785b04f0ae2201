package dev.dmalint.machine.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something that happened on a machine. Addresses are printed in hex, objects by their number. */
public sealed interface TraceEvent {
  /** {@return what it is called in JSON} */
  String kind();

  /** {@return its fields, in the order they are printed} */
  Map<String, Object> fields();

  /** {@return one line for a reader} */
  String text();

  /**
   * The driver called the port.
   *
   * @param call class and method
   * @param receiver on what, empty for a static call
   * @param arguments what was given
   * @param result what came back, empty for nothing
   */
  record Call(String call, String receiver, String arguments, String result) implements TraceEvent {
    @Override
    public String kind() {
      return "call";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf("call", call, "receiver", receiver, "arguments", arguments, "result", result);
    }

    @Override
    public String text() {
      String on = receiver.isEmpty() ? "" : receiver + " ";
      return "call   %s%s(%s)%s"
          .formatted(on, call, arguments, result.isEmpty() ? "" : " = " + result);
    }
  }

  /**
   * A mapper mapped memory.
   *
   * @param domain in which space
   * @param address IOVA
   * @param length bytes
   * @param rights {@code r}, {@code w} or {@code rw}
   */
  record Mapped(String domain, long address, long length, String rights) implements TraceEvent {
    @Override
    public String kind() {
      return "map";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf(
          "domain", domain, "address", hex(address), "length", hex(length), "rights", rights);
    }

    @Override
    public String text() {
      return "map    %s %s length %s %s".formatted(domain, hex(address), hex(length), rights);
    }
  }

  /**
   * A mapper removed a mapping.
   *
   * @param domain from which space
   * @param address IOVA
   * @param length bytes
   */
  record Unmapped(String domain, long address, long length) implements TraceEvent {
    @Override
    public String kind() {
      return "unmap";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf("domain", domain, "address", hex(address), "length", hex(length));
    }

    @Override
    public String text() {
      return "unmap  %s %s length %s".formatted(domain, hex(address), hex(length));
    }
  }

  /**
   * A device read or wrote memory.
   *
   * @param device who
   * @param write whether it wrote
   * @param address in the device's space
   * @param physical CPU-physical
   * @param length bytes
   */
  record Access(String device, boolean write, long address, long physical, long length)
      implements TraceEvent {
    @Override
    public String kind() {
      return "access";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf(
          "device",
          device,
          "write",
          write,
          "address",
          hex(address),
          "physical",
          hex(physical),
          "length",
          hex(length));
    }

    @Override
    public String text() {
      return "device %s %s %s at %s length %s"
          .formatted(device, write ? "writes" : "reads", hex(address), hex(physical), hex(length));
    }
  }

  /**
   * A mapper refused an access.
   *
   * @param domain in which space
   * @param device who
   * @param reason VT-d's code
   * @param write whether it wrote
   * @param address in the device's space
   */
  record Faulted(String domain, String device, int reason, boolean write, long address)
      implements TraceEvent {
    @Override
    public String kind() {
      return "fault";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf(
          "domain",
          domain,
          "device",
          device,
          "reason",
          reason,
          "write",
          write,
          "address",
          hex(address));
    }

    @Override
    public String text() {
      return "fault  %s device %s reason 0x%02x %s:%s"
          .formatted(domain, device, reason, write ? "W" : "R", hex(address));
    }
  }

  /**
   * The checker saw a misuse.
   *
   * @param misuse which kind
   * @param object whose contract
   * @param what what happened
   */
  record Misused(String misuse, String object, String what) implements TraceEvent {
    @Override
    public String kind() {
      return "misuse";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf("misuse", misuse, "object", object, "what", what);
    }

    @Override
    public String text() {
      return "misuse %s: %s [%s]".formatted(object, what, misuse);
    }
  }

  /**
   * Something a reader may want to know.
   *
   * @param what a sentence
   */
  record Noted(String what) implements TraceEvent {
    @Override
    public String kind() {
      return "note";
    }

    @Override
    public Map<String, Object> fields() {
      return fieldsOf("what", what);
    }

    @Override
    public String text() {
      return "note   " + what;
    }
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }

  private static Map<String, Object> fieldsOf(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }
}
