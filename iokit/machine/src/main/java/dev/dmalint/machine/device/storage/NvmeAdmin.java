package dev.dmalint.machine.device.storage;

import java.util.Optional;

/**
 * Executes the commands of the admin queue, and owns the one pair of I/O queues they make.
 *
 * @see "NVM Express 1.4, 5"
 */
final class NvmeAdmin {
  private static final int DELETE_SUBMISSION = 0x00;
  private static final int CREATE_SUBMISSION = 0x01;
  private static final int DELETE_COMPLETION = 0x04;
  private static final int CREATE_COMPLETION = 0x05;
  private static final int IDENTIFY = 0x06;
  private static final int SET_FEATURES = 0x09;
  private static final int GET_FEATURES = 0x0A;
  private static final int NUMBER_OF_QUEUES = 0x07;
  private static final int ONLY = 1;
  private static final int CONTIGUOUS = 1;
  private static final int INTERRUPTS = 2;

  private final Medium medium;
  private final int vendor;
  private final int largest;
  private Optional<SubmissionQueue> submissions = Optional.empty();
  private Optional<CompletionQueue> completions = Optional.empty();

  /**
   * An executor.
   *
   * @param largest entries of the longest queue
   */
  NvmeAdmin(Medium medium, int vendor, int largest) {
    this.medium = medium;
    this.vendor = vendor;
    this.largest = largest;
  }

  Optional<SubmissionQueue> submissions() {
    return submissions;
  }

  Optional<CompletionQueue> completions() {
    return completions;
  }

  NvmeStatus execute(NvmeCommand command, PrpWalk walk, int page) {
    return switch (command.opcode()) {
      case DELETE_SUBMISSION -> deleteSubmission(command);
      case CREATE_SUBMISSION -> createSubmission(command, page);
      case DELETE_COMPLETION -> deleteCompletion(command);
      case CREATE_COMPLETION -> createCompletion(command, page);
      case IDENTIFY -> identify(command, walk);
      case SET_FEATURES, GET_FEATURES ->
          (command.dword10() & 0xFF) == NUMBER_OF_QUEUES
              ? NvmeStatus.SUCCESS
              : NvmeStatus.INVALID_FIELD;
      default -> NvmeStatus.INVALID_OPCODE;
    };
  }

  private NvmeStatus identify(NvmeCommand command, PrpWalk walk) {
    Optional<byte[]> structure = NvmeIdentity.structure(command.dword10() & 0xFF, vendor, medium);
    if (structure.isEmpty() || command.usesSgl()) {
      return NvmeStatus.INVALID_FIELD;
    }
    return walk.write(command.prp1(), command.prp2(), structure.get())
        ? NvmeStatus.SUCCESS
        : NvmeStatus.PRP_OFFSET_INVALID;
  }

  /** What holds for both kinds of queue. */
  private NvmeStatus fit(NvmeCommand command, int page) {
    int size = (command.dword10() >>> 16) + 1;
    if (size < 2 || size > largest) {
      return NvmeStatus.INVALID_QUEUE_SIZE;
    }
    if ((command.dword11() & CONTIGUOUS) == 0) {
      return NvmeStatus.INVALID_FIELD;
    }
    return (command.prp1() & page - 1) == 0 ? NvmeStatus.SUCCESS : NvmeStatus.PRP_OFFSET_INVALID;
  }

  private NvmeStatus createCompletion(NvmeCommand command, int page) {
    if (number(command) != ONLY || completions.isPresent()) {
      return NvmeStatus.INVALID_QUEUE_IDENTIFIER;
    }
    NvmeStatus fit = fit(command, page);
    if (fit == NvmeStatus.SUCCESS) {
      boolean interrupts = (command.dword11() & INTERRUPTS) != 0;
      completions =
          Optional.of(
              new CompletionQueue(command.prp1(), (command.dword10() >>> 16) + 1, interrupts));
    }
    return fit;
  }

  private NvmeStatus createSubmission(NvmeCommand command, int page) {
    if (number(command) != ONLY || submissions.isPresent()) {
      return NvmeStatus.INVALID_QUEUE_IDENTIFIER;
    }
    if (completions.isEmpty() || command.dword11() >>> 16 != ONLY) {
      return NvmeStatus.COMPLETION_QUEUE_INVALID;
    }
    NvmeStatus fit = fit(command, page);
    if (fit == NvmeStatus.SUCCESS) {
      submissions =
          Optional.of(
              new SubmissionQueue(
                  command.prp1(), (command.dword10() >>> 16) + 1, completions.get()));
    }
    return fit;
  }

  private NvmeStatus deleteSubmission(NvmeCommand command) {
    if (number(command) != ONLY || submissions.isEmpty()) {
      return NvmeStatus.INVALID_QUEUE_IDENTIFIER;
    }
    submissions = Optional.empty();
    return NvmeStatus.SUCCESS;
  }

  private NvmeStatus deleteCompletion(NvmeCommand command) {
    if (number(command) != ONLY || completions.isEmpty() || submissions.isPresent()) {
      return NvmeStatus.INVALID_QUEUE_IDENTIFIER;
    }
    completions = Optional.empty();
    return NvmeStatus.SUCCESS;
  }

  private static int number(NvmeCommand command) {
    return command.dword10() & 0xFFFF;
  }
}
