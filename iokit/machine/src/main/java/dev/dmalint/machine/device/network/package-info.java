/**
 * Network controllers: rings of descriptors, or a ring of bytes, that the driver points at, and the
 * cable behind them.
 *
 * <pre>
 * E1000Nic    registers and interrupt causes; ReceiveRing and TransmitRing walk legacy descriptors
 * Rtl8139Nic  four transmit slots and one receive buffer, addresses of 32 bits
 * Cable       frames to the controller, frames from it
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.machine.device.network.E1000Nic}. All addresses come from
 * registers and memory that the driver wrote.
 */
@NullMarked
package dev.dmalint.machine.device.network;

import org.jspecify.annotations.NullMarked;
