package ir;

class Unfinished {
  int before() {
    return 1;
  }

  int torn(int a) {
    int b = a + ;
    before();
    return b;
  }

  int after() {
    return before();
  }
}
