package io.salestwin.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file from anyone: a limited size, strictly UTF-8, and plain words if not. */
final class TextFile {

  private TextFile() {}

  /** The text without its byte-order mark, or null with a problem. */
  static String read(Path file, String name, long maxBytes, Problems problems) {
    if (!Files.exists(file)) {
      problems.add(problem(name, 0, "there is no such file", "check the name and the folder"));
      return null;
    }
    if (Files.isDirectory(file)) {
      problems.add(problem(name, 0, "this is a folder, not a file", "name a file in it"));
      return null;
    }
    if (!Files.isRegularFile(file)) {
      problems.add(problem(name, 0, "this is not an ordinary file", "name an ordinary file"));
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > maxBytes) {
        problems.add(tooLarge(name, maxBytes));
        return null;
      }
      return decode(bytes, name, problems);
    } catch (AccessDeniedException e) {
      problems.add(problem(name, 0, "the file may not be read", "ask for the right to read it"));
    } catch (IOException e) {
      problems.add(problem(name, 0, "the file cannot be read", "try to open it in an editor"));
    }
    return null;
  }

  private static String decode(byte[] bytes, String name, Problems problems) {
    boolean utf16 = bytes.length >= 2 && (bytes[0] & 0xff ^ bytes[1] & 0xff) == (0xfe ^ 0xff);
    if (utf16 && (bytes[0] & 0xff) >= 0xfe) {
      problems.add(problem(name, 0, "the file is UTF-16 text", "save it as UTF-8"));
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    int bad = in.position();
    int zero = 0;
    while (zero < bytes.length && bytes[zero] != 0) {
      zero++;
    }
    if (zero < bytes.length) {
      problems.add(problem(name, 0, "this is not a text file", "give a text file in UTF-8"));
      return null;
    }
    if (result.isError()) {
      String advice = "save the file as UTF-8";
      problems.add(problem(name, line(bytes, bad), "a character is not UTF-8", advice));
      return null;
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int line(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  static Problem tooLarge(String name, long maxBytes) {
    String size = maxBytes >= 1 << 20 ? (maxBytes >> 20) + " MiB" : maxBytes + " bytes";
    return problem(name, 0, "the file is larger than " + size, "give a smaller file");
  }

  static Problem problem(String name, int line, String message, String advice) {
    return new Problem(Problem.Severity.ERROR, name, line, "", message, advice);
  }
}
