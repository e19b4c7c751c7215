package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlPageTest {

  private static final String PAGE = Fixtures.report().html();

  @Test
  void thePageIsWellFormed() throws Exception {
    assertThat(Xml.parse(PAGE).getDocumentElement().getTagName()).isEqualTo("html");
  }

  @Test
  void thePageIsOneSmallFile() {
    assertThat(PAGE.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
  }

  @Test
  void thePageNeedsNeitherNetworkNorScript() throws Exception {
    String withoutNamespaces = PAGE.replaceAll("xmlns=\"http://www\\.w3\\.org/[0-9a-z/]+\"", "");
    assertThat(withoutNamespaces).doesNotContain("http:", "https:", "url(", "@import", "src=");
    Document page = Xml.parse(PAGE);
    for (String tag : List.of("script", "link", "img", "iframe", "object", "embed", "form")) {
      assertThat(Xml.all(page, tag)).as(tag).isEmpty();
    }
    for (Element element : Xml.all(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
      }
    }
  }

  @Test
  void idsAreUniqueAndLinksLead() throws Exception {
    Document page = Xml.parse(PAGE);
    assertThat(Xml.ids(page)).doesNotHaveDuplicates();
    for (Element link : Xml.all(page, "a")) {
      assertThat(Xml.ids(page)).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void everyTableHasACaptionAndEveryChartItsWords() throws Exception {
    Document page = Xml.parse(PAGE);
    assertThat(Xml.all(page, "caption")).hasSameSizeAs(Xml.all(page, "table"));
    assertThat(Xml.all(page, "svg")).hasSize(10);
    for (Element chart : Xml.all(page, "svg")) {
      assertThat(chart.getElementsByTagNameNS("*", "title").getLength()).isEqualTo(1);
      for (String id : chart.getAttribute("aria-labelledby").split(" ", -1)) {
        assertThat(Xml.ids(page)).contains(id);
      }
    }
  }

  @Test
  void headingsGoDownOneStepAtATime() throws Exception {
    List<Integer> levels = new ArrayList<>();
    for (Element element : Xml.all(Xml.parse(PAGE), "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        levels.add(Integer.parseInt(element.getTagName().substring(1)));
      }
    }
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    // The cards' names (h3) come right behind the title: they are the answer itself.
    assertThat(levels).allMatch(level -> level <= 3);
  }

  @Test
  void whatAScenarioSaysIsNeverMarkup() throws Exception {
    String page = Fixtures.report(Fixtures.HOSTILE).html();
    Document tree = Xml.parse(page);
    assertThat(Xml.all(tree, "script")).isEmpty();
    assertThat(page).doesNotContain("<script").doesNotContain("\u001b");
    assertThat(Xml.all(tree, "h1").get(0).getTextContent()).startsWith("<script>alert('x')");
  }

  @Test
  void thePageHoldsTheAnswer() throws Exception {
    String text = Xml.parse(PAGE).getDocumentElement().getTextContent();
    assertThat(text)
        .contains(
            "2 of 4 thresholds not met",
            "In 72 of 100 simulated quarters you reach 2.4 M USD (error 69–75).",
            "8 of 10 lie between 1.96 M USD and 3.11 M USD.",
            "p_hit(2027-Q1) >= 0.80",
            "Not computable, because the scenario has no opening customers.",
            "37 % of the spread of total bookings is uncertainty about the inputs",
            "Never tested against history.",
            "Bottleneck: AEs work",
            "demand of 410 hours a week",
            "scenario hash (SHA-256)",
            "won / (won + lost)");
  }

  @Test
  void theSameForecastGivesTheSameBytes() {
    assertThat(Fixtures.report().html()).isEqualTo(PAGE);
  }
}
