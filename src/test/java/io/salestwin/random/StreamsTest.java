package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamsTest {

  /** Known answers of Random123 (kat_vectors, philox4x32 with 10 rounds). */
  @Test
  void philoxGivesThePublishedKnownAnswers() {
    int all = 0xffffffff;
    assertThat(Streams.philoxWords(new int[4], new int[2]))
        .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertThat(Streams.philoxWords(new int[] {all, all, all, all}, new int[] {all, all}))
        .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(
            Streams.philoxWords(
                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                new int[] {0xa4093822, 0x299f31d0}))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void aDrawDependsOnItsAddressAloneAndNotOnWhatWasDrawnBefore() {
    Streams fresh = new Streams(42);
    fresh.replication(3);
    double expected = fresh.uniform(7, Purpose.VISIT.code(), 11);
    double expectedSecond = fresh.second();

    Streams busy = new Streams(42);
    for (int i = 0; i < 100; i++) {
      busy.replication(i);
      busy.uniform(i, i % 200, i);
    }
    busy.replication(3);
    busy.uniform(1, 1, 1);
    assertThat(busy.uniform(7, Purpose.VISIT.code(), 11)).isEqualTo(expected);
    assertThat(busy.second()).isEqualTo(expectedSecond).isNotEqualTo(expected);
  }

  @Test
  void neighbouringAddressesGiveDifferentBits() {
    Set<Long> seen = new HashSet<>();
    int drawn = 0;
    for (long seed = 0; seed < 4; seed++) {
      Streams streams = new Streams(seed);
      for (int replication = 0; replication < 8; replication++) {
        streams.replication(replication);
        for (long entity = -4; entity < 4; entity++) {
          for (int purpose = 0; purpose < 8; purpose++) {
            for (long index = 0; index < 16; index++) {
              seen.add(streams.bits(entity, purpose, index));
              drawn++;
            }
          }
        }
      }
    }
    // 32768 draws of 64 bits: a chance collision has probability 3e-11
    assertThat(seen).hasSize(drawn);
  }

  @Test
  void theAntitheticDrawIsExactlyOneMinusThePlainDraw() {
    Streams plain = new Streams(5);
    Streams mirrored = new Streams(5);
    mirrored.antithetic(true);
    for (int i = 0; i < 1000; i++) {
      assertThat(plain.uniform(i, 1, 0) + mirrored.uniform(i, 1, 0)).isEqualTo(1.0);
      assertThat(plain.second() + mirrored.second()).isEqualTo(1.0);
    }
  }

  @Test
  void aUniformIsInsideZeroToOneWithoutItsEnds() {
    Streams streams = new Streams(99);
    for (int i = 0; i < 100_000; i++) {
      assertThat(streams.uniform(i, 3, 0)).isGreaterThan(0).isLessThan(1);
    }
  }

  @Test
  void theIndexOfAStageDrawIsUnique() {
    int[] small = {0, 1, 2, 63, 4095};
    int[] visits = {0, 1, 2, 63, 4095, 4096, 1_048_575};
    Set<Long> seen = new HashSet<>();
    for (int stage : small) {
      for (int visit : visits) {
        for (int touch : small) {
          for (int repeat : small) {
            long index = Streams.index(stage, visit, touch, repeat);
            assertThat(index).isBetween(0L, (1L << 56) - 1);
            assertThat(seen.add(index)).isTrue();
          }
        }
      }
    }
  }

  @Test
  void anAddressOutsideItsRangeIsRefused() {
    Streams streams = new Streams(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> streams.uniform(1, 256, 0))
        .withMessageContaining("purpose=256");
    assertThatIllegalArgumentException().isThrownBy(() -> streams.uniform(1, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> streams.uniform(1, 1, 1L << 56));
    assertThatIllegalArgumentException().isThrownBy(() -> streams.uniform(1, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Streams.index(4096, 0, 0, 0))
        .withMessageContaining("stage=4096");
    assertThatIllegalArgumentException().isThrownBy(() -> Streams.index(0, -1, 0, 0));
  }

  @Test
  void theCodesOfPurposesAreUniqueAndFitEightBits() {
    assertThat(Arrays.stream(Purpose.values()).map(Purpose::code))
        .doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(code).isBetween(1, 255));
  }

  @Test
  void aBlockHoldsFourQuartersThatAreMirroredExactly() {
    Streams streams = new Streams(5);
    long first = streams.bits(3, 9, 1);
    long second = streams.moreBits();
    assertThat(streams.upper(first)).isEqualTo(((first >>> 32) + 0.5) / 0x1p32);
    assertThat(streams.lower(first)).isEqualTo(((first & 0xFFFFFFFFL) + 0.5) / 0x1p32);
    // the 52 bits of the two halves start with the same bits as their upper quarters
    assertThat(streams.upper(first)).isCloseTo(streams.uniform(3, 9, 1), within(0x1p-32));
    assertThat(streams.upper(second)).isCloseTo(streams.second(), within(0x1p-32));
    assertThat(streams.upper(0)).isEqualTo(0x1p-33);
    assertThat(streams.upper(-1)).isEqualTo(1 - 0x1p-33);
    double upper = streams.upper(first);
    double lower = streams.lower(second);
    streams.antithetic(true);
    assertThat(streams.upper(first)).isEqualTo(1 - upper);
    assertThat(streams.lower(second)).isEqualTo(1 - lower);
  }
}
