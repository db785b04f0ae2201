package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Instruction.Concat;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Frame.Purpose;
import dev.dmalint.replay.value.Box;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import dev.dmalint.replay.value.Text;
import java.util.List;

/**
 * String concatenation. Operands that are objects are asked for their text one after the other,
 * each in a frame of its own; when all are there, the step is done.
 */
final class Concatenation {
  private static final MethodName TO_STRING =
      new MethodName(TypeName.OBJECT, "toString", List.of(), TypeName.STRING);

  private final Run run;

  Concatenation(Run run) {
    this.run = run;
  }

  boolean step(Concat step) {
    Frame frame = run.top();
    int asked = 0;
    for (Local part : step.parts()) {
      Object value = frame.get(part);
      if (mustBeAsked(value) && asked++ == frame.texts().size()) {
        List<Object> receiver = List.of(value);
        run.invoke(run.target(value, TO_STRING), TO_STRING, receiver, Purpose.TEXT);
        return false;
      }
    }
    frame.set(step.target(), run.heap().text(join(step, frame)));
    return true;
  }

  private static boolean mustBeAsked(Object value) {
    return value instanceof Reference && !(value instanceof Text) && !(value instanceof Box);
  }

  private String join(Concat step, Frame frame) {
    StringBuilder text = new StringBuilder();
    int asked = 0;
    for (Local part : step.parts()) {
      Object value = frame.get(part);
      String piece = plain(mustBeAsked(value) ? frame.texts().get(asked++) : value);
      run.meter().allocate(piece.length() / 8L);
      text.append(piece);
    }
    return text.toString();
  }

  private static String plain(Object value) {
    if (value == Nil.NULL) {
      return "null";
    }
    return String.valueOf(value instanceof Box box ? box.value() : value);
  }
}
