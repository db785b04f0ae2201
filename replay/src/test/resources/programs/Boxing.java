public final class Boxing {
  static Integer field;

  static String pick(Object o) {
    return "object";
  }

  static String pick(long l) {
    return "long";
  }

  static String pick(Integer... all) {
    return "many" + all.length;
  }

  static String many(String head, Object... rest) {
    return head + rest.length;
  }

  static String run() {
    StringBuilder out = new StringBuilder();
    Integer a = 127;
    Integer b = 127;
    Integer c = 128;
    Integer d = 128;
    out.append(a == b).append(c == d).append(c.equals(d)).append(c.intValue() == d);
    Long l = 5L;
    out.append(l.equals(5)).append(l.equals(5L)).append(l == 5);
    Character ch = 'x';
    ch++;
    out.append(ch);
    a++;
    a += 3;
    out.append(a);
    Integer sum = a + b;
    out.append(sum).append(sum.hashCode()).append(Boolean.TRUE.equals(true));
    out.append(pick(3)).append(pick(Integer.valueOf(3))).append(pick()).append(pick(1, 2));
    out.append(many("h")).append(many("h", 1, 2L, null)).append(many("h", (Object[]) new String[4]));
    try {
      int x = field;
      out.append(x);
    } catch (NullPointerException e) {
      out.append("null");
    }
    boolean flag = true;
    Object o = flag ? 1 : "s";
    out.append(o);
    Object p = flag ? 1 : 2.0;
    out.append(p);
    Integer none = null;
    try {
      int y = flag ? none : 0;
      out.append(y);
    } catch (NullPointerException e) {
      out.append("npe");
    }
    long w = flag ? 1 : 2L;
    out.append(w);
    Object q = flag ? 'a' : 0;
    out.append(q);
    Number n = 3.5f;
    out.append(n.intValue()).append(n instanceof Float).append(n.doubleValue());
    Comparable<Integer> cmp = 4;
    out.append(cmp.compareTo(7));
    double[] ds = {1, 2f, 'c', 4L};
    out.append(ds[2] + ds[3]);
    Byte bb = (byte) 1;
    Short ss = (short) bb.intValue();
    out.append(bb.hashCode() + ss);
    final int constant = 10;
    byte narrow = constant;
    Byte boxedNarrow = constant;
    out.append(narrow).append(boxedNarrow);
    switch (a) {
      case 131:
        out.append("found");
        break;
      default:
        out.append("default").append(a);
    }
    return out.toString();
  }
}
