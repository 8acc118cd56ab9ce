package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.schemas.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What truly happened, as lines of JSON: one for each incident when it begins, with the end that it
 * will have, and one for all that was sent at the end. Each line is in the file when the call
 * returns.
 */
public final class GroundTruth implements AutoCloseable {
  static final Set<Flaw> MALFORMED = EnumSet.range(Flaw.RANDOM_BYTES, Flaw.BAD_QUALITY);

  private final ObjectMapper json = new ObjectMapper();
  private final Writer writer;

  private GroundTruth(Writer writer) {
    this.writer = writer;
  }

  /** Writes to this file anew. */
  public static GroundTruth to(Path file) throws IOException {
    // A file channel would close itself when the simulator's thread is interrupted.
    return new GroundTruth(
        new OutputStreamWriter(new FileOutputStream(file.toFile()), StandardCharsets.UTF_8));
  }

  /** Keeps nothing. */
  public static GroundTruth nowhere() {
    return new GroundTruth(Writer.nullWriter());
  }

  /** Writes an incident that began. */
  public void write(Incident incident) {
    ObjectNode line = json.createObjectNode();
    line.put("incident", incident.id());
    line.put("kind", incident.kind().name());
    line.put("from", incident.from().toString());
    line.put("to", incident.to().toString());
    ObjectNode peaks = line.putObject("peaks");
    incident.peaks().forEach((measure, peak) -> peaks.put(measure.name(), peak));
    incident.places().forEach(line.withArray("places")::add);
    incident.devices().forEach(line.withArray("devices")::add);
    write(line);
  }

  /**
   * Writes what was sent.
   *
   * @param from beginning of the simulated time
   * @param to time of the last record that was sent
   */
  public void write(SentTally tally, Instant from, Instant to) {
    ObjectNode line = json.createObjectNode();
    line.put("sent", tally.sent());
    ObjectNode topics = line.putObject("topics");
    topics.put(Topics.CAMERA_EVENTS, tally.sent(Topics.CAMERA_EVENTS));
    topics.put(Topics.SENSOR_READINGS, tally.sent(Topics.SENSOR_READINGS));
    line.put("good", tally.sent(Flaw.NONE) + tally.sent(Flaw.DISORDERED));
    for (Flaw flaw : EnumSet.range(Flaw.DISORDERED, Flaw.UNKNOWN_DEVICE)) {
      line.put(key(flaw), tally.sent(flaw));
    }
    ObjectNode malformed = line.putObject("malformed");
    MALFORMED.forEach(flaw -> malformed.put(key(flaw), tally.sent(flaw)));
    line.put("from", from.toString());
    line.put("to", to.toString());
    write(line);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static String key(Flaw flaw) {
    return flaw.name().toLowerCase(Locale.ROOT);
  }

  private void write(ObjectNode line) {
    try {
      writer.write(json.writeValueAsString(line) + "\n");
      writer.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON can be written of " + line, e);
    } catch (IOException e) {
      throw new UncheckedIOException("The ground truth cannot be written", e);
    }
  }
}
