package ir;

import java.util.List;

class Flow {
  int loops(int[] numbers, List<Long> list) {
    int sum = 0;
    outer:
    for (int i = 0, j = 9; i < j; i++, j--) {
      if (numbers[i] < 0) continue outer;
      while (true) {
        if (sum++ > 5) break outer;
        do {
          sum -= 2;
        } while (sum > 100);
        break;
      }
    }
    for (int number : numbers) sum += number;
    for (long each : list) {
      if (each == 0) continue;
      sum += each;
    }
    done:
    {
      if (sum > 3) break done;
      sum = 4;
    }
    for (; ; ) {
      return sum;
    }
  }

  void guard(Object lock, int n) {
    synchronized (lock) {
      if (n == 0) return;
      assert n > 1 : "n is " + n;
    }
    if (false) n = 1;
    else n = 2;
    ;
  }
}
