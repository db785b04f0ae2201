package dev.dmalint.machine.device.audio;

import static dev.dmalint.machine.device.audio.HdaRegister.CORBCTL;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBRP;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBWP;
import static dev.dmalint.machine.device.audio.HdaRegister.RINTCNT;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBCTL;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBSTS;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBWP;

import dev.dmalint.machine.bus.DmaPort;

/**
 * The ring of commands and the ring of responses, each of 256 entries: the driver moves the write
 * pointer of the first, the controller the read pointer and the write pointer of the second.
 *
 * @see "High Definition Audio 1.0a, 4.4.1, 4.4.2"
 */
final class HdaCommandRings {
  private static final int ENTRIES = 256;
  private static final int RUN = 2;
  private static final int COMMAND = 4;
  private static final int RESPONSE = 8;
  private static final int RESPONDED = 1;

  private final HdaRegisters registers;
  private int unreported;

  HdaCommandRings(HdaRegisters registers) {
    this.registers = registers;
  }

  void act(DmaPort dma) {
    if ((registers.get(CORBCTL) & RUN) == 0) {
      return;
    }
    while (registers.get(CORBRP) % ENTRIES != registers.get(CORBWP) % ENTRIES) {
      int read = (registers.get(CORBRP) + 1) % ENTRIES;
      registers.set(CORBRP, read);
      long at = registers.address(CORBLBASE, CORBUBASE) + (long) read * COMMAND;
      int command = (int) dma.readNumber(at, COMMAND);
      if ((registers.get(RIRBCTL) & RUN) != 0 && command >>> 28 == 0) {
        respond(dma, HdaCodec.answer(command));
      }
    }
    if (unreported > 0) {
      report();
    }
  }

  private void respond(DmaPort dma, int answer) {
    int write = (registers.get(RIRBWP) + 1) % ENTRIES;
    long at = registers.address(RIRBLBASE, RIRBUBASE) + (long) write * RESPONSE;
    dma.writeNumber(at, RESPONSE, answer & 0xFFFF_FFFFL);
    registers.set(RIRBWP, write);
    unreported++;
    int most = registers.get(RINTCNT) & 0xFF;
    if (unreported == (most == 0 ? ENTRIES : most)) {
      report();
    }
  }

  private void report() {
    unreported = 0;
    registers.set(RIRBSTS, registers.get(RIRBSTS) | RESPONDED);
  }
}
