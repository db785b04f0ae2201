package dev.dmalint.iokit;

/**
 * Options of a CPU mapping. They say how the CPU reaches the memory; no device sees them.
 *
 * @see "xnu: iokit/IOKit/IOMapTypes.h"
 */
public interface IOMapTypes {
  // Cache modes, as numbers.
  int kIODefaultCache = 0;
  int kIOInhibitCache = 1;
  int kIOWriteThruCache = 2;
  int kIOCopybackCache = 3;
  int kIOWriteCombineCache = 4;
  int kIOCopybackInnerCache = 5;
  int kIOPostedWrite = 6;
  int kIORealTimeCache = 7;
  int kIOPostedReordered = 8;
  int kIOPostedCombinedReordered = 9;

  // The same, in their place in an option word.
  int kIOMapCacheMask = 0xF00;
  int kIOMapCacheShift = 8;
  int kIOMapDefaultCache = kIODefaultCache << kIOMapCacheShift;
  int kIOMapInhibitCache = kIOInhibitCache << kIOMapCacheShift;
  int kIOMapWriteThruCache = kIOWriteThruCache << kIOMapCacheShift;
  int kIOMapCopybackCache = kIOCopybackCache << kIOMapCacheShift;
  int kIOMapWriteCombineCache = kIOWriteCombineCache << kIOMapCacheShift;
  int kIOMapCopybackInnerCache = kIOCopybackInnerCache << kIOMapCacheShift;
  int kIOMapPostedWrite = kIOPostedWrite << kIOMapCacheShift;
  int kIOMapRealTimeCache = kIORealTimeCache << kIOMapCacheShift;
  int kIOMapPostedReordered = kIOPostedReordered << kIOMapCacheShift;
  int kIOMapPostedCombinedReordered = kIOPostedCombinedReordered << kIOMapCacheShift;

  // Where and how to map.
  int kIOMapAnywhere = 0x00000001;
  int kIOMapReadOnly = 0x00001000;
  int kIOMapStatic = 0x01000000;
  int kIOMapReference = 0x02000000;
  int kIOMapUnique = 0x04000000;
  int kIOMapPrefault = 0x10000000;
  int kIOMapOverwrite = 0x20000000;
  int kIOMapGuardedMask = 0xC0000000;
}
