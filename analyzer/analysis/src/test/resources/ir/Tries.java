package ir;

import java.io.IOException;
import java.io.InputStream;

class Tries {
  int exits(int n) {
    for (int i = 0; ; i++) {
      try {
        if (n == 1) return n;
        if (n == 2) break;
        if (n == 3) continue;
        throw new IOException("x");
      } catch (IOException | IllegalStateException e) {
        n++;
      } finally {
        n = close(n);
      }
    }
    return -1;
  }

  int close(int n) {
    try {
      return n + 1;
    } finally {
      n = 0;
    }
  }

  int read(InputStream given) throws IOException {
    try (InputStream one = given;
        given) {
      return one.read();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
