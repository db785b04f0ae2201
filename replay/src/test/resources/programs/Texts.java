public final class Texts {
  static class Loud {
    final String s;

    Loud(String s) {
      this.s = s;
    }

    @Override
    public String toString() {
      return s == null ? null : s.toUpperCase();
    }
  }

  static String run() {
    StringBuilder out = new StringBuilder();
    String n = null;
    String a = "a" + n + 1 + 2L + 'c' + 1.5f + 2.5 + true + new Loud("x") + new Loud(null);
    a += 7;
    a += 'c';
    a += new Loud("y");
    out.append(a).append('\n');
    String literal = "lit";
    String same = "l" + "it";
    String made = new String("lit");
    String half = "l";
    String joined = half + "it";
    out.append(literal == same).append(literal == joined).append(literal == joined.intern());
    out.append(literal.equals(made)).append("abc".hashCode()).append("".hashCode());
    out.append("""
        text "block" \
        joined
          indented\t|
        """);
    out.append("abc".compareTo("abd")).append("hello".indexOf('l')).append("hello".lastIndexOf("l"));
    out.append("a,b".contains(",")).append("  x ".trim()).append("ab".repeat(2)).append("x".concat("y"));
    out.append("hello".replace('l', 'L')).append("hello".replace("ll", "-")).append("Hi".toLowerCase());
    out.append(String.valueOf((Object) null)).append(String.valueOf(3.0)).append(String.join("-", "a", "b"));
    out.append("abc".substring(1, 2)).append("abc".charAt(2)).append("abc".startsWith("ab"));
    char[] cs = "chars".toCharArray();
    cs[0]++;
    out.append(cs).append(new String(cs)).append(cs.length).append(String.valueOf(cs));
    StringBuilder b = new StringBuilder("builder");
    b.insert(0, 1).insert(1, "x").reverse().deleteCharAt(0).setCharAt(0, 'Z');
    b.append(1).append('c').append(2.0).append((Object) null).append((String) null).append(true);
    out.append(b).append(b.length()).append(b.indexOf("u")).append(b.charAt(1));
    CharSequence seq = b;
    out.append(seq.length()).append("x".equals(null)).append("x".isEmpty()).append(" ".isBlank());
    int i = 5;
    String order = "" + i++ + i + ++i + (i += 2) + i;
    out.append(order);
    char c = 'x';
    out.append(c + 1).append((char) (c + 1)).append("" + c + 1).append('a' + 'b').append(1 + 2 + "s" + 1 + 2);
    out.append("é€😀".length()).append("\u0041\101\0".length());
    String t = "x";
    for (int k = 0; k < 5; k++) {
      t += k;
    }
    return out.append(t).toString();
  }
}
