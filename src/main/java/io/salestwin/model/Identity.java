package io.salestwin.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The identities that draws are keyed by. They depend on names and on counting within a name, never
 * on the place in a file, so that adding a source, a role or a rep leaves all other luck as it was.
 *
 * <p>Layout of the 64 bits: two bits for the sort of thing, 18 for the name, 14 for the rep's slot
 * and 30 for the index.
 */
final class Identity {

  static final int MAX_SLOTS = 1 << 14;
  private static final int NAME_BITS = 18;
  private static final int SLOT_SHIFT = 30;
  private static final int NAME_SHIFT = 44;
  private static final long LEAD = 0L << 62;
  private static final long REP = 1L << 62;
  private static final long DEAL = 2L << 62;
  private static final long SCENARIO = 3L << 62;

  private static final long CUSTOMER = SCENARIO | 1L << 61;

  private Identity() {}

  /** 64-bit FNV-1a of the name (Fowler, Noll, Vo; offset basis and prime of the 64-bit variant). */
  static long ofName(String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return hash ^ (hash >>> 32);
  }

  /** One code for each name, equal names apart; a clash moves the later name to the next code. */
  static int[] codes(List<String> names) {
    Map<Integer, String> taken = new HashMap<>();
    int[] codes = new int[names.size()];
    for (int i = 0; i < codes.length; i++) {
      int code = (int) (ofName(names.get(i)) & ((1 << NAME_BITS) - 1));
      while (taken.putIfAbsent(code, names.get(i)) != null) {
        code = (code + 1) & ((1 << NAME_BITS) - 1);
      }
      codes[i] = code;
    }
    return codes;
  }

  static long lead(int sourceCode, int slot, long index) {
    return LEAD | (long) sourceCode << NAME_SHIFT | (long) slot << SLOT_SHIFT | index;
  }

  static long rep(int roleCode, int slot) {
    return REP | (long) roleCode << NAME_SHIFT | (long) slot << SLOT_SHIFT;
  }

  static long deal(String id) {
    return DEAL | ofName(id) >>> 2;
  }

  /** A customer of day one: its segment's name where a lead has the slot, and its number. */
  static long customer(int segmentCode, int index) {
    return CUSTOMER | (long) segmentCode << SLOT_SHIFT | index;
  }

  static long ofScenario(int index) {
    return SCENARIO | index;
  }
}
