package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  private static StandardOutput afterWriting(String failure) {
    StandardOutput out =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                if (!failure.isEmpty()) {
                  throw new IOException(failure);
                }
              }
            });
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    stream.println("an answer");
    stream.flush();
    return out;
  }

  @Test
  void aFullDiskIsALossAndAReaderWhoHasEnoughIsNone() {
    assertThat(afterWriting("").loss()).isEmpty();
    assertThat(afterWriting("Broken pipe").loss()).isEmpty();
    assertThat(afterWriting("No space left on device").loss()).contains("No space left on device");
  }
}
