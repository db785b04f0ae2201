package ir;

class Arrays {
  static final int[][] TABLE = {{1, 2}, {}, new int[3]};

  long make(int n, byte b) {
    long[][] grid = new long[n][];
    String[][][] cubes = new String[n][b][];
    grid[b] = new long[] {n, b, 'c'};
    grid[0][1] += TABLE[1].length;
    char[] text = {'a', 98};
    Object[] boxes = {1, "two", 3.0, null};
    return grid.length + text[b];
  }
}
