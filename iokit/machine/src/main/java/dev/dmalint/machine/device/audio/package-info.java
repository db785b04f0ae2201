/**
 * Audio controllers: lists of buffers that streams play from or record to, and rings of commands
 * for the codec.
 *
 * <pre>
 * HdaController    registers and interrupts
 * HdaStream        one stream: walks its buffer descriptor list
 * HdaCommandRings  CORB and RIRB
 * HdaCodec         answers verbs
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.machine.device.audio.HdaController}. All addresses come from
 * registers and memory that the driver wrote.
 */
@NullMarked
package dev.dmalint.machine.device.audio;

import org.jspecify.annotations.NullMarked;
