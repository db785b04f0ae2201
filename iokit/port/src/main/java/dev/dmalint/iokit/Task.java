package dev.dmalint.iokit;

/** A task: whose address space a virtual address counts in ({@code task_t}). */
public final class Task {
  /** The kernel's own task. */
  public static final Task kernel_task = new Task("kernel_task");

  /** No task. A descriptor created with it takes its ranges as physical. */
  public static final Task TASK_NULL = null;

  private final String name;

  Task(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A task of a user process, as a machine makes it.
   *
   * @param name what it is called
   * @return a task with an address space of its own
   */
  public static Task of(String name) {
    return new Task(name);
  }
}
