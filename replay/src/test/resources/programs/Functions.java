import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

public class Functions {
  interface Tri<A, B, C, R> {
    R apply(A a, B b, C c);

    default Tri<A, B, C, String> text() {
      return (a, b, c) -> "<" + apply(a, b, c) + ">";
    }
  }

  interface Op extends Function<Integer, Integer> {
    default Op twice() {
      return x -> apply(apply(x));
    }
  }

  int field = 3;

  int method(int x) {
    return x + field;
  }

  static int twice(int x) {
    return x * 2;
  }

  Supplier<Integer> captureThis() {
    return () -> field++;
  }

  Function<Integer, Integer> bound() {
    return this::method;
  }

  static int count;

  static Functions make() {
    count++;
    return new Functions();
  }

  String who() {
    return "base";
  }

  static class Child extends Functions {
    @Override
    String who() {
      return "child";
    }

    Supplier<String> up() {
      return super::who;
    }
  }

  static <T, R> List<R> map(List<T> list, Function<? super T, ? extends R> f) {
    List<R> result = new ArrayList<>();
    for (T t : list) {
      result.add(f.apply(t));
    }
    return result;
  }

  static String run() {
    StringBuilder out = new StringBuilder();
    Function<Integer, Function<Integer, Integer>> curried = a -> b -> a * 10 + b;
    out.append(curried.apply(3).apply(4));
    Tri<Integer, Long, String, String> tri = (a, b, c) -> a + c + b;
    out.append(tri.apply(1, 2L, "x")).append(tri.text().apply(1, 2L, "y"));
    Op op = x -> x + 5;
    out.append(op.twice().apply(1)).append(op.andThen(x -> x * 2).compose((Integer x) -> x - 1).apply(9));
    IntUnaryOperator twice = Functions::twice;
    out.append(twice.andThen(x -> x + 1).applyAsInt(20));
    Functions f = new Functions();
    Supplier<Integer> s = f.captureThis();
    out.append(s.get()).append(s.get()).append(f.bound().apply(10));
    Function<Functions, String> unbound = Functions::who;
    out.append(unbound.apply(f)).append(unbound.apply(new Child())).append(new Child().up().get());
    count = 0;
    Supplier<String> evaluatedOnce = make()::who;
    evaluatedOnce.get();
    evaluatedOnce.get();
    out.append(count);
    Supplier<List<String>> ctor = ArrayList::new;
    List<String> made = ctor.get();
    made.add("m");
    IntFunction<int[]> arrays = int[]::new;
    out.append(made).append(arrays.apply(3).length);
    Function<String, Integer> parse = Integer::valueOf;
    out.append(parse.apply("12") + 1);
    BiFunction<String, Integer, Character> charAt = String::charAt;
    out.append(charAt.apply("hello", 1));
    Comparator<String> byLength = Comparator.comparing(String::length);
    List<String> words = new ArrayList<>(List.of("ccc", "a", "bb", "aa", "b"));
    words.sort(byLength.thenComparing(Comparator.naturalOrder()));
    out.append(words);
    words.sort(Comparator.<String>reverseOrder());
    out.append(words).append(map(words, String::length));
    Predicate<String> p = String::isEmpty;
    out.append(p.negate().and(x -> x.length() > 1).or(x -> x.equals("a")).test("a"));
    int[] counter = {0};
    Runnable r = () -> counter[0]++;
    r.run();
    r.run();
    out.append(counter[0]);
    Consumer<Object> sink = out::append;
    sink.andThen(x -> out.append("+")).accept("z");
    IntBinaryOperator gcd =
        new IntBinaryOperator() {
          @Override
          public int applyAsInt(int a, int b) {
            return b == 0 ? a : applyAsInt(b, a % b);
          }
        };
    out.append(gcd.applyAsInt(84, 36));
    ToIntFunction<Object> hash = Object::hashCode;
    out.append(hash.applyAsInt("abc"));
    UnaryOperator<String> up = String::trim;
    out.append(up.apply("  q "));
    Integer[] boxed = {3, 1, 2};
    Arrays.sort(boxed, (a, b) -> b - a);
    out.append(Arrays.toString(boxed));
    try {
      Supplier<String> broken = ((Functions) null)::who;
    } catch (NullPointerException e) {
      out.append("npe");
    }
    Function<Object, String> fromObject = Object::toString;
    Function<String, Object> widened = fromObject::apply;
    out.append(widened.apply("w"));
    Supplier<Runnable> deep = () -> () -> out.append("deep");
    deep.get().run();
    return out.toString();
  }
}
