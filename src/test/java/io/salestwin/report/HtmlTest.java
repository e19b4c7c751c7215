package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void whatCouldBecomeMarkupIsEscaped() {
    assertThat(Html.escape("a < b & \"c\" > 'd'"))
        .isEqualTo("a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    assertThat(Html.escape("<")).isEqualTo("&lt;");
    assertThat(Html.escape("plain text")).isEqualTo("plain text");
    assertThat(Html.escape("")).isEmpty();
  }

  @Test
  void whatXmlForbidsIsReplaced() {
    assertThat(Html.clean("a\tb\nc\rd")).isEqualTo("a b c d");
    assertThat(Html.clean("a\u0000b\u007fc\uffffd\u202ee"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    assertThat(Html.clean("\ud83d\ude00 5–7 €")).isEqualTo("\ud83d\ude00 5–7 €");
    assertThat(Html.clean("half \ud83d")).isEqualTo("half \ufffd");
    assertThat(Html.clean("\ude00")).isEqualTo("\ufffd");
  }

  @Property(seed = "1")
  void anyTextIsReadBackFromAnElement(@ForAll String text) throws Exception {
    String page = new Html().element("p", text, "title", text).page();
    assertThat(Xml.parse(page).getDocumentElement().getTextContent()).isEqualTo(Html.clean(text));
    assertThat(Xml.parse(page).getDocumentElement().getAttribute("title"))
        .isEqualTo(Html.clean(text));
  }

  @Test
  void aPageWithAnOpenElementIsNoPage() {
    assertThatThrownBy(() -> new Html().open("p").page()).isInstanceOf(IllegalStateException.class);
  }
}
