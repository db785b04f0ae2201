/**
 * Storage controllers: command queues in memory that the driver points at, and the medium behind
 * them.
 *
 * <pre>
 * NvmeController  registers and doorbells; SubmissionQueue, CompletionQueue; NvmeAdmin and NvmeBlocks
 *                 execute an NvmeCommand; PrpWalk finds its data
 * AhciAdapter     registers; AhciPort runs command lists; AhciTransfer walks a PRDT
 * Medium          what is stored
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.machine.device.storage.NvmeController}. All addresses come from
 * registers and memory that the driver wrote.
 */
@NullMarked
package dev.dmalint.machine.device.storage;

import org.jspecify.annotations.NullMarked;
