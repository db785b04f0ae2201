/**
 * The launcher, run as a user runs it, against a JDK and a Maven that only note what they are asked
 * for.
 *
 * <p>Start at {@code LauncherTest}. Never builds the project, never starts a JVM.
 */
package dev.dmalint.conventions.launcher;
