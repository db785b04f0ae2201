package dev.dmalint.junit;

import dev.dmalint.models.World;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one test of each world; {@link OnPlatform} brings it along. */
public final class PlatformExtension
    implements TestTemplateInvocationContextProvider, ExecutionCondition {
  /** For JUnit. */
  public PlatformExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    Class<?> type = context.getRequiredTestClass();
    Setup setup = Setup.of(method, type);
    return Choice.of(ids(method, type)).stream()
        .map(world -> new OneWorld(world, setup, Expectations.of(method, world)));
  }

  private static List<String> ids(Method method, Class<?> type) {
    for (AnnotatedElement place : Setup.places(method, type)) {
      List<OnPlatform> found = AnnotationSupport.findRepeatableAnnotations(place, OnPlatform.class);
      if (!found.isEmpty()) {
        return found.stream().flatMap(one -> Arrays.stream(one.value())).toList();
      }
    }
    throw new IllegalArgumentException(
        "%s.%s: no platform; put @OnPlatform(\"P1\") on it or on its class"
            .formatted(type.getSimpleName(), method.getName()));
  }

  /** A method with {@code @Test} too would run twice, once without a machine. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean plain =
        context.getTestMethod().filter(method -> method.isAnnotationPresent(Test.class)).isPresent()
            && context.getTestMethod().filter(PlatformExtension::isTemplate).isPresent();
    if (plain) {
      throw new IllegalArgumentException("@OnPlatform makes a test by itself; take @Test away");
    }
    return ConditionEvaluationResult.enabled("runs on its platforms");
  }

  private static boolean isTemplate(Method method) {
    return AnnotationSupport.isAnnotated(method, org.junit.jupiter.api.TestTemplate.class);
  }

  private record OneWorld(World world, Setup setup, Expectations expected)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return world.id();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new MachineBench(world, setup, expected));
    }
  }
}
