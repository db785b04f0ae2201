package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentFunction;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that drivers rely on without having seen the port. */
class ConventionsTest {
  @ParameterizedTest(name = "{0}.{1}({2}) gives {3}")
  @CsvSource({
    "IOMemoryDescriptor, getPhysicalSegment, 'long,long[],int', long",
    "IOMemoryDescriptor, getPhysicalAddress, '', long",
    "IOMemoryDescriptor, readBytes, 'long,byte[],long', long",
    "IOMemoryDescriptor, withAddressRange, 'long,long,int,Task', IOMemoryDescriptor",
    "IOBufferMemoryDescriptor, inTaskWithOptions, 'Task,int,long,long', IOBufferMemoryDescriptor",
    "IODMACommand, prepare, 'long,long,boolean,boolean', int",
    "IODMACommand, genIOVMSegments, 'long[],Object,int[]', int",
    "IODMACommand, gen64IOVMSegments, 'long[],Segment64[],int[]', int",
    "IODMACommand, OutputHost64, 'IODMACommand,Segment64,Object,int', boolean",
    "IOLib, IOMallocContiguous, 'long,long,long[]', long",
    "IOLib, IOLog, 'String,Object[]', void",
    "IOMapper, copyMapperForDevice, IOService, IOMapper",
    "IOMapper, mapToPhysicalAddress, long, long",
    "IONaturalMemoryCursor, withSpecification, 'long,long,long', IONaturalMemoryCursor",
    "IOPCIDevice, findPCICapability, 'int,int[]', int",
    "IOPCIDevice, ioWrite32, 'int,int', void",
    "IOPCIDevice, ioWrite16, 'int,int,IOMemoryMap', void",
    "IOPCIDevice, ioRead8, 'int,IOMemoryMap', int",
    "IOService, getProperty, String, Object",
    "IOService, setProperty, 'String,long,int', boolean",
    "OSByteOrder, OSWriteBigInt64, 'long,long,long', void",
    "OSByteOrder, OSReadLittleInt16, 'long,long', int"
  })
  void aCallHasTheTypesOfTheConventions(
      String holder, String name, String parameters, String result) throws Exception {
    assertThat(Class.forName("dev.dmalint.iokit." + holder).getMethods())
        .filteredOn(method -> method.getName().equals(name))
        .extracting(ConventionsTest::parameters, method -> method.getReturnType().getSimpleName())
        .contains(tuple(parameters, result));
  }

  @Test
  void anOutputFunctionTakesCommandSegmentTargetAndIndex() {
    assertThat(SegmentFunction.class.getDeclaredMethods())
        .singleElement()
        .satisfies(
            method -> {
              assertThat(parameters(method)).isEqualTo("IODMACommand,Segment64,Object,int");
              assertThat(method.getReturnType()).isEqualTo(boolean.class);
            });
  }

  @Test
  void segmentsAreMadeByTheCaller() throws Exception {
    Segment64 segment = Segment64.class.getConstructor().newInstance();

    assertThat(segment.fIOVMAddr).isZero();
    assertThat(segment.fLength).isZero();
  }

  @Test
  void annotationsStayAsFarAsTheyAreRead() {
    assertThat(DmaSink.class.getAnnotation(Retention.class).value())
        .isEqualTo(RetentionPolicy.CLASS);
    assertThat(Personality.class.getAnnotation(Retention.class).value())
        .isEqualTo(RetentionPolicy.RUNTIME); // A run asks the driver which device it is for.
    assertThat(DmaSink.class.getAnnotation(Target.class).value())
        .extracting(Enum::name)
        .containsExactly("PARAMETER", "FIELD", "METHOD");
  }

  @Test
  void theMappersSwitchIsForSubclassesOnly() throws Exception {
    int modifiers =
        IOMapper.class.getDeclaredMethod("setMapperRequired", boolean.class).getModifiers();

    assertThat(Modifier.toString(modifiers)).isEqualTo("protected static");
    assertThat(IOMapper.class.getField("gSystem").get(null)).isNull();
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .reduce((left, right) -> left + "," + right)
        .orElse("");
  }
}
