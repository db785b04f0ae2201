/**
 * Turns words into runs of a compiled driver and those into a report: what stands behind {@code
 * dmalint run}.
 *
 * <pre>
 * words -> RunRequest -> DriverLoader -> DriverRun in each world -> RunReport -> text or JSON
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.machine.command.RunTool}, a {@link java.util.spi.ToolProvider}, so
 * that who starts it needs no class of the port or the machine. It loads and executes the driver's
 * own code; it neither exits nor touches the standard streams.
 */
@NullMarked
package dev.dmalint.machine.command;

import org.jspecify.annotations.NullMarked;
