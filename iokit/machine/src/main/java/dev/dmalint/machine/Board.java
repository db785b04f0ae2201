package dev.dmalint.machine;

import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;
import dev.dmalint.machine.bus.Hypervisor;
import dev.dmalint.machine.bus.PortDevice;
import dev.dmalint.machine.memory.PhysicalMemory.Registers;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.Optional;
import java.util.function.Function;

/** What is part of a machine without being on a bus: devices at fixed ports, and a hypervisor. */
final class Board {
  private final Ports ports;
  private final Happenings happenings;
  private final Function<String, DmaPort> masters;
  private Optional<Hypervisor> hypervisor = Optional.empty();

  /**
   * An empty board.
   *
   * @param masters CPU-physical memory for whoever is called so
   */
  Board(Ports ports, Happenings happenings, Function<String, DmaPort> masters) {
    this.ports = ports;
    this.happenings = happenings;
    this.masters = masters;
  }

  void place(PortDevice device) {
    device.attach(new Wires(device.name(), masters.apply(device.name()), happenings));
    ports.place(device.firstPort(), device.ports(), new PortRegisters(device, happenings));
  }

  void place(Hypervisor below) {
    below.attach(new Wires(below.name(), masters.apply(below.name()), happenings));
    hypervisor = Optional.of(below);
  }

  long readModelRegister(int register) {
    long value =
        hypervisor.stream()
            .mapToLong(one -> one.readRegister(register).orElseThrow(() -> fault("rd", register)))
            .findFirst()
            .orElseThrow(() -> fault("rd", register));
    note("the CPU reads model-specific register 0x%x: 0x%x".formatted(register, value));
    return value;
  }

  void writeModelRegister(int register, long value) {
    note("the CPU writes model-specific register 0x%x: 0x%x".formatted(register, value));
    if (!hypervisor.map(one -> one.writeRegister(register, value)).orElse(false)) {
      throw fault("wr", register);
    }
  }

  private static KernelPanic fault(String way, int register) {
    return new KernelPanic("general protection fault: %smsr of 0x%x".formatted(way, register));
  }

  long callHypervisor(long control, long input, long output) {
    note("the CPU calls the hypervisor: 0x%x, 0x%x, 0x%x".formatted(control, input, output));
    Hypervisor called =
        hypervisor.orElseThrow(
            () -> new KernelPanic("invalid opcode: vmcall without a hypervisor"));
    return called.call(control, input, output);
  }

  private void note(String what) {
    happenings.add(new TraceEvent.Noted(what));
  }

  /** One way to memory, and nobody who listens for interrupts. */
  private record Wires(String name, DmaPort memory, Happenings happenings) implements DeviceBus {
    @Override
    public DmaPort dma() {
      return memory;
    }

    @Override
    public DmaPort physical() {
      return memory;
    }

    @Override
    public void interrupt(int source) {
      note("interrupt %d, which nobody can listen for".formatted(source));
    }

    @Override
    public void note(String what) {
      happenings.add(new TraceEvent.Noted(name + ": " + what));
    }
  }

  private record PortRegisters(PortDevice device, Happenings happenings) implements Registers {
    @Override
    public long read(long offset, int size) {
      long value = device.read((int) offset, size);
      note("reads", offset, size, value);
      return value;
    }

    @Override
    public void write(long offset, int size, long value) {
      note("writes", offset, size, value);
      device.write((int) offset, size, value);
    }

    private void note(String how, long offset, int size, long value) {
      happenings.add(
          new TraceEvent.Noted(
              "the CPU %s port 0x%x of %s, %d bytes: 0x%x"
                  .formatted(how, device.firstPort() + offset, device.name(), size, value)));
    }
  }
}
