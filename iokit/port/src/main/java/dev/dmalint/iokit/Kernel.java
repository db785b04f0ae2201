package dev.dmalint.iokit;

/**
 * What stands behind the port: memory, page tables, mappers, ports and a clock. Drivers never see
 * it; a machine implements it and binds itself to the thread that runs the driver, so that machines
 * in parallel do not meet.
 *
 * <p>Addresses are unsigned. <i>Physical</i> is CPU-physical throughout.
 */
public interface Kernel {
  /** A binding, which ends when it is closed. */
  interface Scope extends AutoCloseable {
    /** Restores what was bound to the thread before. */
    @Override
    void close();
  }

  /**
   * The machine that is bound to this thread.
   *
   * @return the machine
   * @throws KernelPanic if there is none
   */
  static Kernel current() {
    return BoundKernel.current();
  }

  /**
   * Binds a machine to this thread.
   *
   * @param kernel the machine
   * @return ends the binding
   */
  static Scope bind(Kernel kernel) {
    return BoundKernel.bind(kernel);
  }

  /**
   * The page size of the host.
   *
   * @return log2 of the bytes in a page
   */
  int pageShift();

  /**
   * The system mapper.
   *
   * @return null where there is none
   */
  IOMapper systemMapper();

  /**
   * Says whether the machine has a system mapper; false removes it.
   *
   * @param required whether there will be one
   */
  void setMapperRequired(boolean required);

  /**
   * Whether this kernel enters the memory of packets in the system mapper, if there is one: Intel's
   * through macOS 15.
   *
   * @return false where {@link Mbuf#mbuf_data_to_physical} asks the CPU's page tables
   */
  boolean entersPackets();

  /**
   * The RAM of the machine.
   *
   * @return bytes
   */
  long memorySize();

  /**
   * Takes pages of RAM.
   *
   * @param count how many
   * @param highest the highest byte address wanted, unsigned; -1 for any
   * @param contiguous whether they follow each other
   * @param alignment bytes of the first one, when contiguous
   * @return physical addresses, or null without room
   */
  long[] allocatePages(long count, long highest, boolean contiguous, long alignment);

  /**
   * Gives pages back.
   *
   * @param pages physical addresses
   */
  void freePages(long[] pages);

  /**
   * Reads physical memory with the CPU.
   *
   * @param address physical
   * @param into where the bytes go
   * @param at index of the first
   * @param length how many
   * @throws KernelPanic where there is no memory
   */
  void readPhysical(long address, byte[] into, int at, int length);

  /**
   * Writes physical memory with the CPU.
   *
   * @param address physical
   * @param from the bytes
   * @param at index of the first
   * @param length how many
   * @throws KernelPanic where there is no memory
   */
  void writePhysical(long address, byte[] from, int at, int length);

  /**
   * One access of the CPU to physical memory, or to a register of a device.
   *
   * @param address physical
   * @param size 1, 2, 4 or 8 bytes
   * @return the value, little-endian, zero-extended
   * @throws KernelPanic where there is neither
   */
  long loadPhysical(long address, int size);

  /**
   * As {@link #loadPhysical}.
   *
   * @param address physical
   * @param size 1, 2, 4 or 8 bytes
   * @param value its low bytes are written, little-endian
   * @throws KernelPanic where there is neither
   */
  void storePhysical(long address, int size, long value);

  /**
   * Takes memory of a task, zeroed.
   *
   * @param task whose
   * @param size bytes
   * @param alignment bytes of the virtual address, a power of two
   * @param pageable whether it is backed only while it is wired or touched
   * @return virtual address, or 0 without memory
   */
  long allocate(Task task, long size, long alignment, boolean pageable);

  /**
   * Gives memory of {@link #allocate} back.
   *
   * @param task whose
   * @param address virtual
   * @throws KernelPanic if it is not the start of such memory
   */
  void free(Task task, long address);

  /**
   * Maps pages for the CPU.
   *
   * @param task into whose address space
   * @param pages physical addresses of whole pages
   * @param at virtual address wanted, or 0 for any
   * @return virtual address of the first, or 0 without room
   */
  long map(Task task, long[] pages, long at);

  /**
   * Removes a mapping of {@link #map}.
   *
   * @param task from whose address space
   * @param address virtual
   * @param count pages
   */
  void unmap(Task task, long address, long count);

  /**
   * What the CPU's page tables say; pages memory in that is not resident.
   *
   * @param task whose
   * @param address virtual
   * @return physical address, or -1 where nothing is mapped
   */
  long translate(Task task, long address);

  /**
   * Pages memory of a task in and holds it; calls count.
   *
   * @param task whose
   * @param address virtual
   * @param length bytes
   * @param highest the highest physical byte wanted for pages that come in; -1 for any
   * @return {@code kIOReturnSuccess}; {@code kIOReturnCannotWire} where nothing is mapped
   */
  int wire(Task task, long address, long length, long highest);

  /**
   * Takes a {@link #wire} back. Pageable memory may move from then on.
   *
   * @param task whose
   * @param address virtual
   * @param length bytes
   */
  void unwire(Task task, long address, long length);

  /**
   * Reads an I/O port.
   *
   * @param port its number
   * @param size 1, 2 or 4 bytes
   * @return the value; all ones where nobody answers
   */
  int ioRead(int port, int size);

  /**
   * Writes an I/O port.
   *
   * @param port its number
   * @param size 1, 2 or 4 bytes
   * @param value its low bytes are written
   */
  void ioWrite(int port, int size, int value);

  /**
   * Reads a model-specific register of the CPU.
   *
   * @param register its number
   * @return the value
   * @throws KernelPanic where there is no such register
   */
  default long readModelRegister(int register) {
    throw new KernelPanic("general protection fault: rdmsr of 0x%x".formatted(register));
  }

  /**
   * Writes a model-specific register of the CPU.
   *
   * @param register its number
   * @param value what is written
   * @throws KernelPanic where there is no such register
   */
  default void writeModelRegister(int register, long value) {
    throw new KernelPanic("general protection fault: wrmsr of 0x%x".formatted(register));
  }

  /**
   * Calls the hypervisor.
   *
   * @param control what is called
   * @param input physical address of the input, or the input itself
   * @param output physical address of the output, or more input
   * @return the status
   * @throws KernelPanic where there is no hypervisor
   */
  default long callHypervisor(long control, long input, long output) {
    throw new KernelPanic("invalid opcode: vmcall without a hypervisor");
  }

  /**
   * Lets time pass. Devices act and interrupts arrive meanwhile.
   *
   * @param microseconds how long
   */
  void delay(long microseconds);

  /**
   * Runs something when time has passed, see {@link #delay}.
   *
   * @param microseconds how long
   * @param action what to run
   */
  void after(long microseconds, Runnable action);

  /**
   * Publishes a service.
   *
   * @param service who
   */
  void register(IOService service);

  /**
   * Looks for a published service.
   *
   * @param matching what it has to match
   * @return the service, not retained, or null
   */
  IOService find(OSDictionary matching);

  /**
   * What the port has to remember of this machine.
   *
   * @return keys are classes of the port
   */
  java.util.Map<Class<?>, Object> portState();

  /**
   * A number that this machine gives once.
   *
   * @return from 1000, rising
   */
  long unique();

  /**
   * Tells the trace of a call of the port that the driver made.
   *
   * @param call class and method
   * @param receiver on which object; null for a static call
   * @param result what it returned, null for nothing
   * @param arguments what it was given
   */
  void called(String call, Object receiver, Object result, Object... arguments);

  /**
   * Takes a line of the kernel's log.
   *
   * @param text the line
   */
  void log(String text);

  /**
   * Tells the checker of a use of the port that its contract forbids.
   *
   * @param kind which mistake
   * @param text what happened
   * @param object whose contract
   */
  void misused(String kind, String text, Object object);

  /**
   * Tells the checker that a device may use memory from now on.
   *
   * @param use what was prepared
   */
  void dmaBegan(DmaUse use);

  /**
   * Tells the checker that a device may no longer use memory.
   *
   * @param use as told at the begin
   */
  void dmaEnded(DmaUse use);

  /**
   * Tells the checker that somebody was told where memory is. That holds until {@link #withdrawn}.
   *
   * @param memory what; null if nobody ever says that it moves
   * @param physical address of the first byte
   * @param length bytes
   */
  void told(IOMemoryDescriptor memory, long physical, long length);

  /**
   * Tells the checker that memory may move: what {@link #told} said of it holds no longer.
   *
   * @param memory what
   */
  void withdrawn(IOMemoryDescriptor memory);

  /**
   * Copies between memory and its bounce buffer, which is no use of either.
   *
   * @param use whose copy
   * @param copy what copies
   */
  void synchronizing(DmaUse use, Runnable copy);

  /**
   * Whether a step that may fail has to fail now; for tests of error paths.
   *
   * @param step {@code allocate} or {@code wire}
   * @return whether it fails
   */
  boolean fails(String step);
}
