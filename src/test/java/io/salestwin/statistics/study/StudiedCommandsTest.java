package io.salestwin.statistics.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.experiment.calculator.Calculators;
import io.salestwin.experiment.calculator.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every command of {@code stats} has studies; a new one without any fails here. */
class StudiedCommandsTest {

  /** By the command's code, how the methods of its studies begin. */
  private static final Map<String, List<String>> STUDIED = new TreeMap<>();

  static {
    STUDIED.put("ZP", List.of("z test of two shares", "difference of shares", "ratio of shares"));
    STUDIED.put("WI", List.of("one share"));
    STUDIED.put("FE", List.of("Fisher's exact test", "odds ratio, exact"));
    STUDIED.put("CS", List.of("chi-square test", "G test", "Yates's chi-square test"));
    STUDIED.put("SR", List.of("sample ratio"));
    STUDIED.put("BX", List.of("Barnard's test", "Boschloo's test"));
    STUDIED.put("GP", List.of("two rates", "ratio of two rates"));
    STUDIED.put("NI", List.of("non-inferiority", "equivalence of means"));
    STUDIED.put("BB", List.of("credible interval of a share", "chance that treatment beats"));
    STUDIED.put("NB", List.of("interval of a Gaussian posterior", "chance to win of a Gaussian"));
    STUDIED.put("TB", List.of("chance of an arm to be the best"));
    STUDIED.put("WT", List.of("Welch's t test", "Welch's interval", "Student's pooled t test"));
    STUDIED.put("PT", List.of("paired t test"));
    STUDIED.put("YU", List.of("Yuen's", "Welch's t test, winsorised"));
    STUDIED.put("QT", List.of("median, order statistics", "90 % quantile"));
    STUDIED.put("CU", List.of("CUPED", "analysis of covariance", "Lin's adjustment"));
    STUDIED.put("RM", List.of("ratio metric"));
    STUDIED.put("MW", List.of("Mann-Whitney", "shift of Hodges and Lehmann"));
    STUDIED.put("WS", List.of("signed ranks"));
    STUDIED.put("KS", List.of("Kolmogorov-Smirnov"));
    STUDIED.put("PM", List.of("permutation of", "switchback"));
    STUDIED.put("BT", List.of("bootstrap"));
    STUDIED.put("MT", List.of("5 metrics", "10 metrics"));
    STUDIED.put("AA", List.of("band of false positives"));
    STUDIED.put("LR", List.of("log-rank test", "hazard ratio, Peto's"));
    STUDIED.put("CX", List.of("Cox", "hazard ratio, Cox"));
    STUDIED.put("KM", List.of("share open", "median time", "difference of restricted means"));
    STUDIED.put("AJ", List.of("share won (Aalen-Johansen)", "Gray's test"));
    STUDIED.put("CL", List.of("CR2", "t test of the clusters' means", "power of clusters"));
    STUDIED.put("PP", List.of("size of two shares", "exact power"));
    STUDIED.put("TP", List.of("power of the t test"));
    STUDIED.put("EV", List.of("events for the log-rank test"));
    STUDIED.put(
        "GS", List.of("spending like", "O'Brien and Fleming", "Pocock", "power, ", "ends by"));
    STUDIED.put("CP", List.of("conditional power", "predictive power"));
    STUDIED.put("MS", List.of("mixture test"));
    STUDIED.put("CQ", List.of("confidence sequence"));
    STUDIED.put("SP", List.of("Wald's sequential test"));
    STUDIED.put(
        "RS",
        List.of(
            "Bechhofer's",
            "Rinott's",
            "Dudewicz and Dalal's",
            "Kim and Nelson's",
            "Dunnett's",
            "Tukey's"));
  }

  @Test
  void everyCommandHasStudies() {
    assertThat(Calculators.all().stream().map(Family::code))
        .containsExactlyInAnyOrderElementsOf(STUDIED.keySet());
    List<String> methods = new ArrayList<>();
    StudyPageTest.FAMILIES.values().forEach(all -> all.forEach(each -> methods.add(each.method())));
    STUDIED.forEach(
        (code, begins) ->
            assertThat(begins)
                .as(code)
                .isNotEmpty()
                .allMatch(begin -> methods.stream().anyMatch(method -> method.startsWith(begin))));
  }
}
