public final class Control {
  enum Color { RED, GREEN, BLUE }

  static String sw(int i) {
    String r = "";
    switch (i) {
      case 1:
        r += "one";
      case 2:
        r += "two";
        break;
      case 'a':
        r += "a";
        break;
      default:
        r += "other";
      case 9:
        r += "nine";
    }
    return r;
  }

  static int arrows(String s) {
    return switch (s) {
      case "a", "b" -> 1;
      case "Aa", "BB" -> {
        int t = s.length();
        yield t * 10;
      }
      default -> {
        if (s.isEmpty()) {
          throw new IllegalStateException("empty");
        }
        yield s.charAt(0);
      }
    };
  }

  static String color(Color c) {
    switch (c) {
      case RED -> {
        return "r";
      }
      case GREEN -> System.identityHashCode(c);
      default -> {
        return "d";
      }
    }
    return "g";
  }

  static int exhaustive(Color c) {
    return switch (c) {
      case RED -> 1;
      case GREEN -> 2;
      case BLUE -> 3;
    };
  }

  static int old(int k) {
    int v = switch (k) {
      case 0:
        yield 5;
      case 1:
      case 2:
        k++;
      default:
        yield k * 2;
    };
    return v;
  }

  static String run() {
    StringBuilder out = new StringBuilder();
    for (int i : new int[] {0, 1, 2, 9, 97}) {
      out.append(sw(i)).append(' ');
    }
    for (String s : new String[] {"a", "b", "Aa", "BB", "zed"}) {
      out.append(arrows(s)).append(' ');
    }
    try {
      arrows("");
    } catch (IllegalStateException e) {
      out.append(e.getMessage());
    }
    try {
      arrows(null);
    } catch (NullPointerException e) {
      out.append("null");
    }
    for (Color c : Color.values()) {
      out.append(color(c)).append(exhaustive(c));
    }
    out.append(old(0)).append(old(1)).append(old(7));
    outer:
    for (int i = 0; i < 5; i++) {
      for (int j = 0; ; j++) {
        if (j == 3) {
          continue outer;
        }
        if (i == 3) {
          break outer;
        }
        out.append(i * j);
      }
    }
    block:
    {
      if (out.length() > 0) {
        break block;
      }
      out.append("never");
    }
    int n = 0;
    do {
      n++;
      if (n == 2) {
        continue;
      }
      out.append(n);
    } while (n < 4);
    while (true) {
      if (n-- < 0) {
        break;
      }
    }
    out.append(n);
    for (int i = 0, j = 10; i < j; i++, j--) {
      out.append(i).append(j).append(',');
    }
    boolean t = true;
    boolean f = false;
    out.append(t || (1 / n > 0) && f).append(f && t).append(t ^ f).append(t & f | t);
    int x = t ? f ? 1 : 2 : 3;
    out.append(x);
    if (!(t && f) == (f || t)) {
      out.append("yes");
    } else {
      out.append("no");
    }
    char c = 'b';
    switch (c) {
      case 'a' -> out.append("A");
      case 'b', 'c' -> out.append("BC");
    }
    Object o = "text";
    if (o instanceof String s && s.length() == 4) {
      out.append(s.toUpperCase());
    }
    if (!(o instanceof Integer k)) {
      out.append("no integer");
    } else {
      out.append(k + 1);
    }
    int total = 0;
    for (; total < 10; ) {
      total += 3;
    }
    var list = new java.util.ArrayList<Integer>();
    for (int i = 0; i < 4; i++) {
      list.add(i * i);
    }
    for (int i : list) {
      total += i;
    }
    synchronized (out) {
      out.append(total);
    }
    try {
      synchronized ((Object) null) {
        out.append("never");
      }
    } catch (NullPointerException e) {
      out.append("npe");
    }
    return out.toString();
  }
}
