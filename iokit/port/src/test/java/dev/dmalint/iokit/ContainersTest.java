package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ContainersTest {
  private static final class Counted extends OSObject {
    private int freed;

    @Override
    protected void free() {
      freed++;
      super.free();
    }
  }

  @Test
  void theLastReleaseFreesOnce() {
    Counted object = new Counted();
    object.retain();

    object.release();
    assertThat(object.freed).isZero();
    object.release();

    assertThat(object.freed).isEqualTo(1);
    assertThat(object.getRetainCount()).isZero();
  }

  @Test
  void aFreedObjectIsNotTouchedAgain() {
    Counted object = new Counted();
    object.release();

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(object::release)
        .withMessage("release of a freed Counted");
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(object::retain)
        .withMessage("retain of a freed Counted");
  }

  @Test
  void aDictionaryHoldsAReferenceWhileAnObjectIsInIt() {
    OSDictionary dictionary = OSDictionary.withCapacity(1);
    Counted first = new Counted();
    Counted second = new Counted();

    assertThat(dictionary.setObject("key", first)).isTrue();
    assertThat(first.getRetainCount()).isEqualTo(2);
    dictionary.setObject("key", second);
    assertThat(first.getRetainCount()).isEqualTo(1);
    assertThat(dictionary.getObject("key")).isSameAs(second);
    dictionary.release();
    assertThat(second.getRetainCount()).isEqualTo(1);
  }

  @Test
  void aDictionaryCopyHasItsOwnReferences() {
    OSDictionary dictionary = OSDictionary.withCapacity(1);
    Counted object = new Counted();
    dictionary.setObject("key", object);

    OSDictionary copy = OSDictionary.withDictionary(dictionary);
    dictionary.removeObject("key");
    dictionary.removeObject("key");

    assertThat(dictionary.getCount()).isZero();
    assertThat(copy.getObject("key")).isSameAs(object);
    assertThat(object.getRetainCount()).isEqualTo(2);
  }

  @Test
  void containersRefuseNothing() {
    assertThat(OSDictionary.withCapacity(0).setObject("key", null)).isFalse();
    assertThat(OSArray.withCapacity(0).setObject(null)).isFalse();
    assertThat(OSArray.withObjects(new OSObject[1], 1)).isNull();
    assertThat(OSString.withCString(null)).isNull();
    assertThat(OSData.withBytes(null)).isNull();
    assertThat(OSNumber.withNumber(1, 65)).isNull();
  }

  @Test
  void anArrayKeepsOrder() {
    Counted first = new Counted();
    Counted second = new Counted();
    OSArray array = OSArray.withObjects(new OSObject[] {second}, 1);

    assertThat(array.setObject(0, first)).isTrue();
    assertThat(array.getObject(0)).isSameAs(first);
    assertThat(array.getLastObject()).isSameAs(second);
    assertThat(array.getObject(2)).isNull();
    array.removeObject(0);
    assertThat(first.getRetainCount()).isEqualTo(1);
    array.release();
    assertThat(second.getRetainCount()).isEqualTo(1);
  }

  @Test
  void aNumberIsCutToItsWidth() {
    OSNumber number = OSNumber.withNumber(0x1_2345L, 16);

    assertThat(number.unsigned64BitValue()).isEqualTo(0x2345);
    assertThat(number.unsigned8BitValue()).isEqualTo(0x45);
    assertThat(number.numberOfBits()).isEqualTo(16);
    number.addValue(0xFFFF);
    assertThat(number.unsigned32BitValue()).isEqualTo(0x2344);
    assertThat(OSNumber.withNumber(-1, 64)).hasToString("18446744073709551615");
    assertThat(OSNumber.withNumber(7, 8).isEqualTo(OSNumber.withNumber(7, 32))).isTrue();
  }

  @Test
  void stringsAndDataCompareByContent() {
    assertThat(OSString.withCString("a").isEqualTo("a")).isTrue();
    assertThat(OSString.withCString("a").isEqualTo(OSString.withCString("b"))).isFalse();
    OSData data = OSData.withBytes(new byte[] {1, 2, 3}, 2);
    assertThat(data.appendBytes(new byte[] {9})).isTrue();
    assertThat(data.getBytesNoCopy()).containsExactly(1, 2, 9);
    assertThat(data.isEqualTo(OSData.withBytes(new byte[] {1, 2, 9}))).isTrue();
    assertThat(OSData.withCapacity(8).getBytesNoCopy()).isNull();
  }

  @Test
  void thereAreTwoBooleans() {
    assertThat(OSBoolean.withBoolean(true)).isSameAs(OSBoolean.kOSBooleanTrue);
    OSBoolean.kOSBooleanFalse.release();
    assertThat(OSBoolean.kOSBooleanFalse.isFalse()).isTrue();
    assertThat(OSBoolean.kOSBooleanFalse.getRetainCount()).isEqualTo(1);
  }
}
