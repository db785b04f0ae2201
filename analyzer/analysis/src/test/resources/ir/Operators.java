package ir;

class Operators {
  static final long PAGE = 1L << 12;
  int count;
  byte small;

  long arithmetic(int a, long b, char c, double d) {
    long sum = a + b * c;
    int narrowed = (int) (sum % PAGE);
    boolean far = d > a && narrowed != 0 || !(b <= 1);
    return far ? sum >>> 3 : ~sum << a;
  }

  void compound(int[] slots, String text, Long boxed) {
    small += 300;
    count <<= 2L;
    slots[count++] -= 1.5;
    text += count;
    boxed++;
    --small;
    count = slots[0] = 7;
  }

  int order(int x) {
    return x + (x = 5) * x++ + next(x, x = 2);
  }

  int next(int a, int b) {
    return a | b;
  }

  String words(char c, Object o, int[] numbers) {
    return "a" + 1 + c + o + null + (numbers.length + 2) + 'x' + 1.5f;
  }

  Object boxes(Integer i, char c, boolean b) {
    Object o = c;
    double d = i;
    Byte tiny = 3;
    long wide = i + tiny;
    return b ? i : wide;
  }

  boolean same(Object a, String b, Integer c, int d) {
    return a == b | c == d ^ c != null;
  }
}
