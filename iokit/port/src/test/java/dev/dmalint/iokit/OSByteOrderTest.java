package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OSByteOrderTest {
  @Test
  void swappingReversesTheBytes() {
    assertThat(OSByteOrder.OSSwapInt16(0x1234)).isEqualTo(0x3412);
    assertThat(OSByteOrder.OSSwapInt32(0x12345678)).isEqualTo(0x78563412);
    assertThat(OSByteOrder.OSSwapInt64(0x0102030405060708L)).isEqualTo(0x0807060504030201L);
  }

  @Test
  void sixteenBitsStayUnsigned() {
    assertThat(OSByteOrder.OSSwapInt16(0x0080)).isEqualTo(0x8000);
    assertThat(OSByteOrder.OSSwapHostToLittleInt16(-1)).isEqualTo(0xFFFF);
  }

  @Test
  void hostsAreLittleEndian() {
    assertThat(OSByteOrder.OSSwapHostToLittleInt32(0x12345678)).isEqualTo(0x12345678);
    assertThat(OSByteOrder.OSSwapLittleToHostInt64(0x0102030405060708L))
        .isEqualTo(0x0102030405060708L);
    assertThat(OSByteOrder.OSSwapHostToBigInt32(0x12345678)).isEqualTo(0x78563412);
    assertThat(OSByteOrder.OSSwapBigToHostInt64(0x0102030405060708L))
        .isEqualTo(0x0807060504030201L);
  }
}
