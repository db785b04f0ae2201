package dev.dmalint.analyzer.ir;

import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * IR as text, the same text for the same IR.
 *
 * <pre>
 * type    = "type" name flags ["extends" name] ["implements" name, ...] annotation* field* method*
 * field   = "field" type name flags annotation*
 * method  = "method" name(type, ...) ":" type flags annotation* ["parameters" local:type, ...] block*
 * block   = number ":" [handler*] step* end       a step ends with where it comes from
 * handler = "catch" type | ... "->" number
 * </pre>
 *
 * <p>A local is written with its type where a step assigns it. Positions are {@code
 * line:column-line:column}, the last one behind the end.
 */
public final class IrPrinter {
  private static final int POSITION_COLUMN = 72;

  private final StringBuilder out = new StringBuilder();

  private IrPrinter() {}

  /** {@return all types of a program, then the types it refers to} */
  public static String text(Program program) {
    IrPrinter printer = new IrPrinter();
    program.types().forEach(printer::type);
    program.library().forEach(printer::library);
    return printer.out.toString();
  }

  /** {@return one type} */
  public static String text(Type type) {
    IrPrinter printer = new IrPrinter();
    printer.type(type);
    return printer.out.toString();
  }

  /** {@return one method} */
  public static String text(Method method) {
    IrPrinter printer = new IrPrinter();
    printer.method(method);
    return printer.out.toString();
  }

  private void type(Type type) {
    out.append("type ").append(type.name()).append(flags(type.flags()));
    type.superclass().ifPresent(name -> out.append(" extends ").append(name));
    if (!type.interfaces().isEmpty()) {
      out.append(" implements ").append(joined(type.interfaces()));
    }
    out.append('\n');
    annotations("  ", type.annotations());
    for (Field field : type.fields()) {
      FieldName name = field.name();
      out.append("  field ").append(name.type()).append(' ').append(name.name());
      out.append(flags(field.flags())).append('\n');
      annotations("    ", field.annotations());
    }
    type.methods().forEach(this::method);
    out.append('\n');
  }

  private void library(LibraryType type) {
    out.append(type.declared() ? "library " : "undeclared ").append(type.name());
    type.superclass().ifPresent(name -> out.append(" extends ").append(name));
    if (!type.interfaces().isEmpty()) {
      out.append(" implements ").append(joined(type.interfaces()));
    }
    out.append('\n');
  }

  private static String flags(Set<Flag> flags) {
    return flags.isEmpty()
        ? ""
        : new TreeSet<>(flags)
            .stream()
                .map(flag -> flag.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" ", " [", "]"));
  }

  private void annotations(String indent, List<Annotation> annotations) {
    for (Annotation annotation : annotations) {
      out.append(indent).append('@').append(annotation.type());
      if (!annotation.values().isEmpty()) {
        out.append(
            annotation.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + literals(entry.getValue()))
                .collect(Collectors.joining(", ", "(", ")")));
      }
      out.append('\n');
    }
  }

  private static String literals(List<Literal> literals) {
    return literals.stream().map(IrPrinter::literal).collect(Collectors.joining(" "));
  }

  private void method(Method method) {
    out.append("  method ").append(method.name().signature());
    out.append(": ").append(method.name().result()).append(flags(method.flags())).append('\n');
    annotations("    ", method.annotations());
    List<Local> given = new ArrayList<>();
    method.receiver().ifPresent(given::add);
    method.parameters().forEach(parameter -> given.add(parameter.local()));
    if (!given.isEmpty()) {
      out.append("    parameters ");
      out.append(given.stream().map(IrPrinter::typed).collect(Collectors.joining(", ")));
      out.append('\n');
    }
    for (Parameter parameter : method.parameters()) {
      annotations("      " + parameter.local() + " ", parameter.annotations());
    }
    for (int i = 0; i < method.blocks().size(); i++) {
      block(i, method.blocks().get(i));
    }
  }

  private void block(int number, Block block) {
    out.append("    ").append(number).append(":\n");
    for (Block.Handler handler : block.handlers()) {
      out.append("      catch ");
      out.append(handler.types().stream().map(TypeName::text).collect(Collectors.joining(" | ")));
      out.append(" -> ").append(handler.next()).append('\n');
    }
    for (Instruction step : block.steps()) {
      line(step.accept(new Steps()), step.at());
    }
    line(block.end().accept(new Ends()), block.end().at());
  }

  private void line(String text, SourceSpan at) {
    int start = out.length();
    out.append("      ").append(text).append(' ');
    while (out.length() - start < POSITION_COLUMN) {
      out.append(' ');
    }
    out.append('@').append(at.line()).append(':').append(at.column()).append('-');
    out.append(at.endLine()).append(':').append(at.endColumn()).append('\n');
  }

  private static String typed(Local local) {
    return local + ":" + local.type();
  }

  private static String joined(Collection<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String literal(Literal literal) {
    if (literal instanceof Literal.Whole whole) {
      return Long.toString(whole.value());
    }
    if (literal instanceof Literal.Floating floating) {
      return Double.toString(floating.value());
    }
    if (literal instanceof Literal.Text text) {
      return quoted(text.value());
    }
    if (literal instanceof Literal.TypeOf type) {
      return type.type() + ".class";
    }
    if (literal instanceof Literal.EnumLabel label) {
      return label.constant().toString();
    }
    return "null";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        quoted.append(c);
      } else {
        quoted.append(String.format("\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /** Each kind of step. */
  private static final class Steps implements Instruction.Visitor<String> {
    @Override
    public String constant(Instruction.Constant step) {
      return typed(step.target()) + " = " + literal(step.value());
    }

    @Override
    public String copy(Instruction.Copy step) {
      return typed(step.target()) + " = " + step.source();
    }

    @Override
    public String unary(Instruction.Unary step) {
      return typed(step.target()) + " = " + step.operator().sign() + step.operand();
    }

    @Override
    public String binary(Instruction.Binary step) {
      String sign = " " + step.operator().sign() + " ";
      return typed(step.target()) + " = " + step.left() + sign + step.right();
    }

    @Override
    public String convert(Instruction.Convert step) {
      return typed(step.target()) + " = convert " + step.source();
    }

    @Override
    public String cast(Instruction.Cast step) {
      return typed(step.target()) + " = cast " + step.source() + " to " + step.type();
    }

    @Override
    public String instanceOf(Instruction.InstanceOf step) {
      return typed(step.target()) + " = " + step.source() + " instanceof " + step.type();
    }

    @Override
    public String concat(Instruction.Concat step) {
      return typed(step.target()) + " = concat(" + joined(step.parts()) + ")";
    }

    @Override
    public String allocate(Instruction.Allocate step) {
      return typed(step.target()) + " = new " + step.type();
    }

    @Override
    public String allocateArray(Instruction.AllocateArray step) {
      return typed(step.target()) + " = new " + step.type() + " [" + joined(step.lengths()) + "]";
    }

    @Override
    public String arrayLength(Instruction.ArrayLength step) {
      return typed(step.target()) + " = length " + step.array();
    }

    @Override
    public String arrayLoad(Instruction.ArrayLoad step) {
      return typed(step.target()) + " = " + step.array() + "[" + step.index() + "]";
    }

    @Override
    public String arrayStore(Instruction.ArrayStore step) {
      return step.array() + "[" + step.index() + "] = " + step.source();
    }

    @Override
    public String fieldLoad(Instruction.FieldLoad step) {
      return typed(step.target()) + " = " + field(step.object(), step.field());
    }

    @Override
    public String fieldStore(Instruction.FieldStore step) {
      return field(step.object(), step.field()) + " = " + step.source();
    }

    private static String field(Optional<Local> object, FieldName field) {
      return object.map(local -> local + "." + field).orElse(field.toString());
    }

    @Override
    public String call(Instruction.Call step) {
      String target = step.target().map(local -> typed(local) + " = ").orElse("");
      String sure =
          step.certainty() == Instruction.Certainty.RESOLVED
              ? ""
              : step.certainty().name().toLowerCase(java.util.Locale.ROOT) + " ";
      String kind = step.kind().name().toLowerCase(java.util.Locale.ROOT) + " ";
      String receiver = step.receiver().map(local -> local + ".").orElse("");
      String candidates = step.candidates().isEmpty() ? "" : " of " + joined(step.candidates());
      return target
          + sure
          + kind
          + receiver
          + step.callee()
          + "("
          + joined(step.arguments())
          + ")"
          + candidates;
    }

    @Override
    public String closure(Instruction.Closure step) {
      return typed(step.target())
          + " = closure "
          + step.interfaceMethod()
          + " by "
          + step.body().name()
          + "("
          + joined(step.captured())
          + ")";
    }

    @Override
    public String caughtException(Instruction.CaughtException step) {
      return typed(step.target()) + " = caught";
    }

    @Override
    public String monitor(Instruction.Monitor step) {
      return "monitor "
          + step.action().name().toLowerCase(java.util.Locale.ROOT)
          + " "
          + step.object();
    }

    @Override
    public String unlowered(Instruction.Unlowered step) {
      String target = step.target().map(local -> typed(local) + " = ").orElse("");
      return target + "unlowered " + quoted(step.construct()) + "(" + joined(step.operands()) + ")";
    }
  }

  /** Each kind of end. */
  private static final class Ends implements Terminator.Visitor<String> {
    @Override
    public String jump(Terminator.Jump end) {
      return "jump " + end.next();
    }

    @Override
    public String branch(Terminator.Branch end) {
      return "if " + end.test() + " then " + end.whenTrue() + " else " + end.whenFalse();
    }

    @Override
    public String choose(Terminator.Switch end) {
      return "switch "
          + end.selector()
          + " "
          + end.cases().stream()
              .map(one -> literal(one.label()) + " -> " + one.next() + ", ")
              .collect(Collectors.joining())
          + "else -> "
          + end.otherwise();
    }

    @Override
    public String giveBack(Terminator.Return end) {
      return end.value().map(local -> "return " + local).orElse("return");
    }

    @Override
    public String raise(Terminator.Throw end) {
      return "throw " + end.exception();
    }
  }
}
