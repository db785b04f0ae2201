package ir;

class Switches {
  enum Color { RED, GREEN, BLUE }

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(int side, Object tag) implements Shape {}

  int old(int n, String text) {
    int r = 0;
    switch (n) {
      case 1:
      case 2:
        r = 1;
      case 'c':
        r += 2;
        break;
      default:
        r = 9;
    }
    switch (text) {
      case "on" -> r++;
      case "off", "none" -> throw new IllegalArgumentException();
      default -> {}
    }
    return r;
  }

  String arrows(Color color, Character c, Byte b) {
    String name =
        switch (color) {
          case RED -> "r";
          case GREEN -> {
            if (b == 1) yield "gg";
            yield "g";
          }
          case BLUE -> throw new IllegalStateException();
        };
    return switch (c) {
      case 'a' -> name;
      default -> null;
    };
  }

  double patterns(Object o, Shape shape) {
    if (o instanceof String s && s.length() > 1) return s.length();
    if (!(o instanceof Integer i)) {
      return 0;
    }
    return switch (shape) {
      case Circle(var r) when r > i -> r;
      case Circle c -> c.radius();
      case Square(int side, String tag) -> side + tag.length();
      case Square(_, _) -> 2;
    };
  }

  int nulls(Object o) {
    return switch (o) {
      case null -> 0;
      case Color c when c == Color.RED -> 1;
      default -> 3;
    };
  }

  boolean nested(int n, int m) {
    return switch (n) {
      case 1 -> {
        int balance = 0;
        switch (m) {
          case 2 -> balance++;
          case 3 -> {
            yield false;
          }
          default -> nested(n, m);
        }
        yield balance == 0;
      }
      default -> true;
    };
  }

  int nullText(String s) {
    return switch (s) {
      case "a" -> 1;
      case null, default -> 2;
    };
  }
}
