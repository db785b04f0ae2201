package ir;

class Kinds {
  @interface Mark {
    String value() default "";

    int[] sizes() default {};

    Class<?> type() default Object.class;

    Level level() default Level.LOW;
  }

  @Mark(value = "level", sizes = {1, 2}, type = long[].class, level = Level.HIGH)
  enum Level {
    LOW(1),
    HIGH(2) {
      @Override
      int weight() {
        return super.weight() * 10;
      }
    };

    static final Level TOP = HIGH;
    private final int weight;

    Level(int weight) {
      this.weight = weight;
    }

    int weight() {
      return weight;
    }
  }

  record Range(long start, @Mark("n") int... length) {
    static int made;

    Range {
      if (start < 0) {
        throw new IllegalArgumentException();
      }
      made++;
    }

    Range(long start) {
      this(start, 1);
    }

    public long start() {
      return start + 1;
    }
  }

  record Empty() {}

  @Mark(" field") long marked;
}
