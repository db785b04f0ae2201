package dev.dmalint.rules.translation;

/** A file system that counts blocks within a partition, on a disk that counts its own. */
public final class AddressSpaceMismatchSample {
  private final Partition partition;
  private final Disk disk;

  /** A file system in {@code partition} of {@code disk}. */
  public AddressSpaceMismatchSample(Partition partition, Disk disk) {
    this.partition = partition;
    this.disk = disk;
  }

  /** Bad: the start of the partition is left out. */
  public void readsTheWrongBlock(String file) {
    // source address-space-mismatch
    long block = partition.blockOf(file);
    // want address-space-mismatch "partition block reaches 'block' of the disk" severity=warning
    disk.read(block);
  }

  /** Clean: translated on the way. */
  public void reads(String file) {
    disk.read(partition.toDisk(partition.blockOf(file)));
  }

  /** Clean: only people read it. */
  public String describes(String file) {
    return file + " at block " + partition.blockOf(file);
  }

  /** Where files are. */
  public interface Partition {
    /** {@return the first block of a file, counted from the start of the partition} */
    long blockOf(String file);

    /** {@return a block of the partition, counted from the start of the disk} */
    long toDisk(long block);
  }

  /** Where blocks are. */
  public interface Disk {
    /** Reads a block, counted from the start of the disk. */
    void read(long block);
  }
}
