public final class Arrayed {
  static int calls;

  static int index(int i) {
    calls = calls * 10 + i;
    return i;
  }

  static int[] array(int[] a) {
    calls = calls * 10 + 9;
    return a;
  }

  static String run() {
    calls = 0;
    StringBuilder out = new StringBuilder();
    int[][] jagged = {{1}, {2, 3}, {}};
    int[][] grid = new int[3][4];
    int[][][] half = new int[2][2][];
    grid[1][2] = 7;
    grid[1][2]++;
    grid[1][2] <<= 2;
    out.append(jagged[1].length).append(grid[1][2]).append(half[1][1] == null);
    array(grid[0])[index(2)] = index(1) + index(3);
    out.append(calls).append(grid[0][2]);
    long sum = 0;
    for (int[] row : jagged) {
      for (int v : row) {
        sum += v;
      }
    }
    out.append(sum);
    Object o = new String[] {"a", null};
    out.append(o instanceof Object[]).append(o instanceof String[]).append(o instanceof Integer[]);
    String[] copy = ((String[]) o).clone();
    copy[0] = "b";
    out.append(((String[]) o)[0]).append(copy[0]).append(copy.length);
    byte[] bytes = {(byte) 0xff, 1};
    out.append(bytes[0] & 0xff).append(bytes[0]);
    bytes[1] += 127;
    out.append(bytes[1]);
    char[] chars = new char[2];
    out.append((int) chars[0]);
    boolean[] flags = new boolean[2];
    flags[1] |= true;
    out.append(flags[0]).append(flags[1]);
    double[] ds = new double[1];
    out.append(ds[0]);
    System.arraycopy(jagged, 0, jagged, 1, 2);
    out.append(jagged[2].length);
    int[] numbers = {5, 3, 9, 1};
    java.util.Arrays.sort(numbers);
    out.append(java.util.Arrays.toString(numbers)).append(java.util.Arrays.hashCode(numbers));
    out.append(java.util.Arrays.deepToString(new int[][] {{1, 2}, null}));
    out.append(java.util.Arrays.asList(1, 2, 3)).append(java.util.Arrays.equals(numbers, numbers.clone()));
    int i = 0;
    int[] a = new int[4];
    try {
      a[i++] = a[i++] + a[10];
    } catch (ArrayIndexOutOfBoundsException e) {
      out.append(i);
    }
    int[] none = null;
    try {
      none[index(5)] = 1;
    } catch (NullPointerException e) {
      out.append(calls);
    }
    try {
      int[][] bad = new int[2][-1];
    } catch (NegativeArraySizeException e) {
      out.append(e.getMessage());
    }
    return out.toString();
  }
}
