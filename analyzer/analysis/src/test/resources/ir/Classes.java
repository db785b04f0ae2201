package ir;

class Classes {
  private int secret = 1;
  static int made;

  static {
    made = 7;
  }

  {
    secret++;
  }

  Classes() {
    this(4);
    secret += 2;
  }

  Classes(int start) {
    super();
    secret = start;
  }

  class Inner {
    int depth = secret;

    class Deeper extends Inner {
      int sum() {
        return secret + Inner.this.depth + depth + Classes.this.secret;
      }
    }
  }

  static class Nested {
    final Inner inner;

    Nested(Classes outer) {
      inner = outer.new Inner();
    }
  }

  Object local(int n, String... names) {
    int m = n + 1;
    class Local {
      int k = m;

      Local copy() {
        return new Local();
      }

      Runnable later() {
        return () -> System.out.println(k + n + names.length + secret);
      }
    }
    return new Local() {
      @Override
      Local copy() {
        return new Local() {};
      }
    };
  }

  Comparable<String> anonymous(int n) {
    return new Comparable<>() {
      int calls = n;

      @Override
      public int compareTo(String other) {
        return calls++ + secret;
      }
    };
  }

  interface Face {
    int SIZE = made + 1;

    default int twice() {
      return help() * 2;
    }

    private int help() {
      return SIZE;
    }

    static Face of() {
      return new Face() {};
    }
  }

  static class Both implements Face {
    @Override
    public int twice() {
      return Face.super.twice();
    }
  }
}
