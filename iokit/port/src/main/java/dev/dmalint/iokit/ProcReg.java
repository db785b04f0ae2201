package dev.dmalint.iokit;

/**
 * Instructions of the processor that reach a hypervisor: model-specific registers and the call.
 * Page numbers and addresses that go there are CPU-physical in every mapper state.
 *
 * @see "xnu: osfmk/i386/proc_reg.h"
 * @see "Intel SDM volume 2, RDMSR, WRMSR; volume 3, VMCALL"
 */
public final class ProcReg {
  private ProcReg() {}

  /**
   * Reads a model-specific register.
   *
   * @param msr its number
   * @return the value
   * @throws KernelPanic with a general protection fault where there is no such register
   */
  public static long rdmsr64(int msr) {
    return Kernel.current().readModelRegister(msr);
  }

  /**
   * Writes a model-specific register.
   *
   * @param msr its number
   * @param val what is written
   * @throws KernelPanic with a general protection fault where there is no such register
   */
  public static void wrmsr64(int msr, long val) {
    Kernel.current().writeModelRegister(msr, val);
  }

  /**
   * Calls the hypervisor, with the registers of its 64-bit calling convention.
   *
   * @param control what is called (RCX): the code in bits 15:0, bit 16 for parameters in registers
   * @param input CPU-physical address of the input (RDX), or the first parameter
   * @param output CPU-physical address of the output (R8), or the second parameter
   * @return the status (RAX)
   * @throws KernelPanic with an invalid opcode where there is no hypervisor
   */
  public static long vmcall(long control, long input, long output) {
    return Kernel.current().callHypervisor(control, input, output);
  }
}
