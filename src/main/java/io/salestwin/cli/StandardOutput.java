package io.salestwin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output, which remembers that it could not be written: print streams do not tell. Whoever
 * reads only the first lines and closes the pipe has what he wanted, so that is no loss.
 */
final class StandardOutput extends OutputStream {

  private final OutputStream out;
  private String loss = "";

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      loss = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw e;
    }
  }

  /** Why something was not written, in the system's words; empty when all was, or enough. */
  Optional<String> loss() {
    boolean isEnough = loss.toLowerCase(Locale.ROOT).contains("broken pipe");
    return loss.isEmpty() || isEnough ? Optional.empty() : Optional.of(loss);
  }
}
