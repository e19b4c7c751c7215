package io.salestwin.bench;

import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.rng.MRG31k3p;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/**
 * SSJ's random number generators that are quick enough to be asked. The peer uses the first: it is
 * the one of SSJ's own examples, and like ours it passes the tests of randomness that the others,
 * or at least the quickest, fail (P. L'Ecuyer, R. Simard, "TestU01", ACM TOMS 33 (2007), table I).
 */
public enum Generator {
  MRG32K3A,
  MRG31K3P,
  LFSR113;

  /** A new stream, apart from all others of this kind. */
  RandomStream stream() {
    return switch (this) {
      case MRG32K3A -> new MRG32k3a();
      case MRG31K3P -> new MRG31k3p();
      case LFSR113 -> new LFSR113();
    };
  }
}
