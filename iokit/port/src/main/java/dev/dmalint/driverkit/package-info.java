/**
 * DriverKit's DMA interface in Java, for drivers outside the kernel: same names and values as
 * Apple's.
 *
 * <p>What turns into what is as in {@link dev.dmalint.iokit}; and a parameter the callee writes to
 * is an array of length 1 of the element's own width ({@code short[]} for 16 bits), with overloads
 * that take {@code int[]} for narrow ones.
 *
 * <p>There is no way around a mapper here: {@link dev.dmalint.driverkit.IODMACommand#PrepareForDMA}
 * gives the bus address of the device the command was made for in every mapper state (CPU-physical
 * on M0 and M4, IOVA of its mapper on M1 to M3). Start there. Without a machine a call that needs
 * one throws {@link dev.dmalint.iokit.KernelPanic} and names itself.
 *
 * @see "xnu: iokit/DriverKit/, iokit/Kernel/IOUserServer.cpp"
 */
package dev.dmalint.driverkit;
