package dev.dmalint.replay;

/**
 * A program of one file.
 *
 * @param name of the class with {@code static String run()}
 * @param text the whole file
 */
public record ProgramText(String name, String text) {}
