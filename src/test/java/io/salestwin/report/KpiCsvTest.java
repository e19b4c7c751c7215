package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KpiCsvTest {

  private static final List<String> LINES = Fixtures.report().csv().lines().toList();

  @Test
  void everyKpiIsARow() {
    assertThat(LINES).hasSize(1 + Fixtures.report().forecast().kpis().size());
    assertThat(LINES.get(0))
        .isEqualTo(
            "kpi,name,period,member,unit,mean,error_low,error_high,p10,p50,p90,missing,better,"
                + "formula,reason");
    assertThat(LINES.get(3))
        .startsWith("cycle_won,Cycle of won deals,horizon,,days,63.2,")
        .endsWith(",0,lower,mean days from opportunity to won,");
  }

  @Test
  void whatIsNotComputableIsEmptyWithItsReason() {
    assertThat(LINES.get(4))
        .isEqualTo(
            "nrr,Net revenue retention,horizon,,fraction,,,,,,,1000,higher,"
                + "ARR of opening customers now / then,the scenario has no opening customers");
  }

  @Test
  void formulasAreNeutralised() {
    assertThat(LINES).anyMatch(line -> line.contains(",\"'=HYPERLINK(\"\"x\"\"),mid-market\","));
    assertThat(KpiCsv.text("-cmd|x")).isEqualTo("'-cmd|x");
    assertThat(KpiCsv.text(" @SUM(A1)")).isEqualTo("' @SUM(A1)");
    assertThat(KpiCsv.text("\t+1")).isEqualTo("' +1");
    assertThat(KpiCsv.text("a\nb")).isEqualTo("a b");
    assertThat(KpiCsv.text("win rate")).isEqualTo("win rate");
  }
}
