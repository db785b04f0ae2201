public final class Numbers {
  static StringBuilder out = new StringBuilder();

  static void say(Object value) {
    out.append(value).append('\n');
  }

  static int zero() {
    return 0;
  }

  static String run() {
    out.setLength(0);
    int max = Integer.MAX_VALUE;
    int min = Integer.MIN_VALUE;
    say(max + 1);
    say(min - 1);
    say(min / -1);
    say(min % -1);
    say(-min);
    say(max * max);
    long wide = Long.MIN_VALUE;
    say(wide / -1);
    say(Math.abs(wide));
    int shift = 33;
    say(1 << shift);
    say(-1 >>> shift);
    say(-1 >> 40);
    say(1L << 65);
    say(-1L >>> 60);
    byte b = (byte) 200;
    b += 100;
    say(b);
    b >>>= 1;
    say(b);
    short s = (short) 40000;
    s *= 3;
    say(s);
    char c = 'a';
    c += 1;
    c++;
    say(c);
    say(c + 1);
    say((char) (c + 1));
    char wrap = 0;
    wrap--;
    say((int) wrap);
    int i = 7;
    i += 3.7;
    say(i);
    i -= 'a';
    say(i);
    i <<= 3L;
    say(i);
    say((int) 3.99e20);
    say((long) Float.NaN);
    say((byte) 300.7);
    say((char) -1.5);
    say((int) (char) -1);
    say((short) 1e10f);
    say((float) 16777217);
    say((double) Long.MAX_VALUE);
    say(1.0 / 0);
    say(-1.0 / 0);
    say(0.0 / 0 == 0.0 / 0);
    double nan = 0.0 / zero();
    say(nan < 1);
    say(nan >= 1);
    say(!(nan < 1));
    say(nan != nan);
    say(0.0 == -0.0);
    say(5.5 % 2);
    say(-5 % 3);
    say(-5 / 3);
    say(0.1f + 0.2f);
    say(0.1 + 0.2);
    say(1e16 + 1);
    say(100.0f);
    say(1.0e-5);
    say('a' + 'b' + "c" + 'd' + 1 + 2L + 3.0f);
    try {
      say(1 / zero());
    } catch (ArithmeticException e) {
      say(e.getMessage());
    }
    try {
      say(1L % zero());
    } catch (ArithmeticException e) {
      say(e);
    }
    say(~5);
    say(5 & 3 | 8 ^ 2);
    say(true ^ false);
    boolean x = true;
    x &= false;
    x |= true;
    x ^= true;
    say(x);
    int n = 5;
    n = n++ + ++n;
    say(n);
    int[] a = {1, 2, 3};
    int k = 0;
    a[k++] += 10 * k;
    say(a[0] + " " + k);
    k = 0;
    a[k] = k = 2;
    say(a[0] + " " + a[2]);
    say(Integer.toHexString(-1) + Long.toBinaryString(5) + Integer.parseInt("-12"));
    say(Math.floorMod(-7, 3) + " " + Math.floorDiv(-7, 3) + " " + Math.round(2.5));
    say(Integer.compare(3, 4) + Long.hashCode(1L << 40) + Double.hashCode(1.5));
    say(Integer.bitCount(255) + Long.numberOfTrailingZeros(8) + Integer.reverse(1));
    say(Character.isDigit('5') + " " + Character.toUpperCase('x') + Character.getNumericValue('7'));
    try {
      say(Integer.parseInt("zz"));
    } catch (NumberFormatException e) {
      say(e.getMessage());
    }
    try {
      say(Math.addExact(max, 1));
    } catch (ArithmeticException e) {
      say(e.getMessage());
    }
    return out.toString();
  }
}
