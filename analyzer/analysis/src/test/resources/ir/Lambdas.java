package ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class Lambdas {
  int base;

  Supplier<Integer> field = () -> base + 1;
  static final Runnable IDLE = () -> {};

  List<String> captures(int offset, List<String> names) {
    int twice = offset * 2;
    Function<Integer, Function<Integer, Integer>> add = a -> b -> a + b + twice + base;
    names.sort(Comparator.comparing(String::length).thenComparing((x, y) -> x.compareTo(y)));
    names.forEach(
        name -> {
          if (name.isEmpty()) return;
          System.out.println(name + add.apply(1).apply(2));
        });
    return names.stream().map(s -> s + offset).toList();
  }

  void references(Lambdas other) {
    Supplier<String> bound = other::toString;
    Function<Lambdas, String> unbound = Lambdas::toString;
    Supplier<Lambdas> parent = this::self;
    Supplier<String> above = super::toString;
    Supplier<List<String>> maker = ArrayList::new;
    IntFunction<int[]> array = int[]::new;
    BiFunction<String, Object[], String> packed = String::format;
    Function<Integer, Inner> inner = Inner::new;
  }

  Lambdas self() {
    return this;
  }

  class Inner {
    Inner(int n) {}
  }
}
