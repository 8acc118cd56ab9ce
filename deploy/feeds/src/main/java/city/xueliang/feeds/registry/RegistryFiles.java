package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.place.RegistryCheck;
import city.xueliang.domain.place.Sourced;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a registry from tables ({@code .csv}) and maps ({@code .geojson}, {@code .json}), which
 * together must hold everything that their entries refer to. The national tables of divisions are
 * read as they are: codes filled up with zeros, {@code name} for the name, {@code county}, {@code
 * town} and {@code village} for the levels, and a city's province.
 */
public final class RegistryFiles {
  /** Where days begin unless the city says otherwise. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final Set<String> REFERENCES_TO_NOTHING =
      Set.of(
          "registry.parent-unknown", "registry.zone-grid-unknown", "registry.device-grid-unknown");

  private RegistryFiles() {}

  /** The same with dates that begin in {@link #CHINA}. */
  public static Registry read(List<Path> files) throws InvalidRegistryException {
    return read(files, CHINA);
  }

  /**
   * Reads and checks the files.
   *
   * @param zone in which a date without a time begins
   * @throws InvalidRegistryException if anything is wrong with any of the files, also that one
   *     cannot be read
   */
  public static Registry read(List<Path> files, ZoneId zone) throws InvalidRegistryException {
    Draft draft = new Draft(zone);
    files.forEach(file -> read(file, draft));
    new Outlines(draft).join();
    for (Problem problem : RegistryCheck.problems(draft.places, draft.devices)) {
      // What a file that broke off would have held may be just what is missing.
      if (draft.isComplete() || !REFERENCES_TO_NOTHING.contains(problem.key())) {
        draft.problems.add(problem);
      }
    }
    if (!draft.problems.isEmpty()) {
      throw new InvalidRegistryException(inOrder(draft.problems, files));
    }
    return new Registry(
        draft.places.stream().map(Sourced::value).toList(),
        draft.devices.stream().map(Sourced::value).toList());
  }

  private static void read(Path path, Draft draft) {
    String file = path.toString();
    int before = draft.size();
    try {
      String name = file.toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        new CsvFile(file, draft).read(text(path));
      } else if (name.endsWith(".geojson") || name.endsWith(".json")) {
        new GeoJsonFile(file, draft).read(text(path));
      } else {
        draft.note(file, 0, "", "file.kind");
        draft.fileNotRead();
      }
    } catch (CharacterCodingException e) {
      draft.note(file, 0, "", "file.not-utf8");
      draft.fileNotRead();
    } catch (NoSuchFileException e) {
      draft.note(file, 0, "", "file.not-found");
      draft.fileNotRead();
    } catch (IOException e) {
      draft.note(file, 0, "", "file.unreadable", e.getMessage());
      draft.fileNotRead();
    }
    if (draft.size() == before) {
      draft.note(file, 0, "", "file.empty");
    }
  }

  /** The text without the byte order mark that spreadsheets put before it. */
  private static String text(Path path) throws IOException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Problem> inOrder(List<Problem> problems, List<Path> files) {
    List<String> order = files.stream().map(Path::toString).toList();
    return problems.stream()
        .sorted(
            Comparator.comparingInt((Problem problem) -> order.indexOf(problem.file()))
                .thenComparingInt(Problem::line))
        .toList();
  }
}
