package io.salestwin.scenario;

import io.salestwin.document.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that a scenario may name: those of its folder, or those that a manifest carries. A file
 * outside of the folder is never opened, whatever its name says.
 */
public interface Attachments {

  /** The largest file that is read: 64 MiB. */
  int MAX_BYTES = 64 << 20;

  /**
   * The text of a file.
   *
   * @param relativePath its path from the scenario's folder, with {@code /} between the parts
   * @return the text without a byte-order mark, or why it cannot be read
   */
  Parsed<String> text(String relativePath);

  /**
   * The same files, where what is read is kept.
   *
   * @param read takes the text of every file that is read, by its path
   * @return those files
   */
  default Attachments keeping(Map<String, String> read) {
    return relativePath -> {
      Parsed<String> text = text(relativePath);
      if (!text.isBad()) {
        read.put(relativePath, text.value());
      }
      return text;
    };
  }

  /**
   * The files of a folder and of the folders in it.
   *
   * @param folder the folder; links that lead out of it are refused
   * @return its files
   */
  static Attachments ofFolder(Path folder) {
    return relativePath -> {
      try {
        Optional<Path> inside = inside(folder, relativePath);
        if (inside.isEmpty()) {
          return outside(relativePath);
        }
        if (!Files.isRegularFile(inside.get())) {
          return Parsed.bad(
              "there is no file \"" + relativePath + "\" beside the scenario",
              "check the name; it is meant from the scenario's folder");
        }
        return content(inside.get(), relativePath);
      } catch (InvalidPathException | IOException e) {
        return Parsed.bad(
            "\"" + relativePath + "\" cannot be read", "check the name and the rights");
      }
    };
  }

  /**
   * Files that are at hand as texts.
   *
   * @param texts text by relative path
   * @return those files
   */
  static Attachments ofTexts(Map<String, String> texts) {
    Map<String, String> copy = new TreeMap<>(texts);
    return relativePath -> {
      String text = copy.get(relativePath);
      return text == null
          ? Parsed.bad("there is no file \"" + relativePath + "\"", "add it to the run")
          : Parsed.of(text);
    };
  }

  /**
   * A path in a folder, as somebody who is not trusted names it.
   *
   * @param folder the folder
   * @param relativePath a path from there, whose file need not exist
   * @return where it is; empty when it leads out of the folder, be it by a link
   * @throws IOException when the folder cannot be read
   */
  static Optional<Path> inside(Path folder, String relativePath) throws IOException {
    Path wanted = Path.of(relativePath);
    boolean climbs = !folder.resolve(wanted).normalize().startsWith(folder.normalize());
    if (wanted.isAbsolute() || relativePath.startsWith("/") || climbs && !isHere(folder, wanted)) {
      return Optional.empty();
    }
    Path inside = folder.resolve(wanted);
    boolean linksOut = Files.exists(inside) && !inside.toRealPath().startsWith(folder.toRealPath());
    return linksOut ? Optional.empty() : Optional.of(inside);
  }

  private static boolean isHere(Path folder, Path wanted) {
    // "." normalises to an empty path, which nothing starts with.
    return folder.normalize().toString().isEmpty() && !wanted.normalize().startsWith("..");
  }

  private static Parsed<String> outside(String relativePath) {
    return Parsed.bad(
        "\"" + relativePath + "\" is outside of the scenario's folder",
        "put the file beside the scenario and give its name");
  }

  private static Parsed<String> content(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return Parsed.bad("\"" + name + "\" is larger than 64 MiB", "give a smaller file");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Parsed.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Parsed.bad("\"" + name + "\" is not a text in UTF-8", "save it as UTF-8");
    }
  }
}
