package dev.dmalint.analyzer.ir;

/** Modifiers and kinds of types, fields and methods that matter to a reader of the IR. */
public enum Flag {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  STATIC,
  FINAL,
  ABSTRACT,
  NATIVE,
  SYNCHRONIZED,
  INTERFACE,
  ENUM,
  RECORD,
  ANNOTATION,
  /** Made by the front end: lambda bodies, accessors. */
  SYNTHETIC
}
