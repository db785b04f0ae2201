/**
 * IOKit's kernel-side DMA interface in Java: same class, method and constant names and the same
 * values, so that a C++ driver and its Java twin can be read side by side.
 *
 * <p>What turns into what:
 *
 * <table>
 * <caption>From C++ to Java</caption>
 * <tr><th>C++</th><th>here</th></tr>
 * <tr><td>{@code addr64_t}, {@code IOPhysicalAddress}, {@code IOVirtualAddress}, {@code
 *     IOByteCount}, {@code mach_vm_*}, {@code UInt64}</td><td>{@code long}, unsigned</td></tr>
 * <tr><td>{@code UInt8}, {@code UInt16}, {@code UInt32}, {@code IOOptionBits}, {@code
 *     IODirection}, {@code IOReturn}</td><td>{@code int}</td></tr>
 * <tr><td>a parameter the callee writes to</td><td>an array of length 1, {@code null} where C++
 *     lets it be NULL</td></tr>
 * <tr><td>a default argument</td><td>a shorter overload that calls the full form</td></tr>
 * <tr><td>a NULL result</td><td>{@code null}</td></tr>
 * <tr><td>a function pointer</td><td>a functional interface with the typedef's name</td></tr>
 * <tr><td>a constant or enumerator</td><td>a static field of the class it belongs to</td></tr>
 * <tr><td>memory behind a pointer</td><td>{@link dev.dmalint.iokit.OSByteOrder} over virtual
 *     addresses</td></tr>
 * <tr><td>{@code retain}, {@code release}</td><td>the same; the count starts at 1</td></tr>
 * <tr><td>a kernel panic</td><td>{@link dev.dmalint.iokit.KernelPanic}, unchecked</td></tr>
 * </table>
 *
 * <p>Comments name address spaces and mapper states in short. <b>CPU-physical</b>: as the CPU's
 * page tables hold it; inside a virtual machine that is guest-physical. <b>IOVA</b>: an I/O address
 * that means something only in the domain of one mapper. The states:
 *
 * <ul>
 *   <li><b>M0</b> no mapper: bus address and CPU-physical address are one number;
 *   <li><b>M1</b> one system mapper that all devices share;
 *   <li><b>M2</b> a system mapper, and this device behind a mapper of its own;
 *   <li><b>M3</b> a mapper for each device and no system mapper (DART);
 *   <li><b>M4</b> a virtual IOMMU that the system does not drive: as M0.
 * </ul>
 *
 * <p>Start at {@link dev.dmalint.iokit.IOService} for a driver's life cycle, at {@link
 * dev.dmalint.iokit.IOMemoryDescriptor} and {@link dev.dmalint.iokit.IODMACommand} for addresses. A
 * call that needs a machine and has none behind it throws {@link dev.dmalint.iokit.KernelPanic} and
 * names itself; no call makes up a success. The package depends on nothing.
 *
 * @see "xnu: iokit/IOKit/"
 */
package dev.dmalint.iokit;
