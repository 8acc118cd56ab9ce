package city.xueliang.benchmark.console;

import java.util.Map;

/**
 * What was measured.
 *
 * @param seconds for which clients, server and changes were measured
 * @param changes of alerts sent in that time
 * @param opening what the walls asked for when all were opened at once
 * @param asked the same while it was measured
 * @param clientCores that this process used beside the server: clients, broker, store
 * @param page null where no browser looked
 */
record ConsoleFigures(
    int grids,
    int devices,
    int alerts,
    double seconds,
    long changes,
    Clients clients,
    Reconnection reconnection,
    Server server,
    double clientCores,
    Map<String, RestProbe.PathFigures> opening,
    double openingSeconds,
    Map<String, RestProbe.PathFigures> asked,
    PageFigures page) {

  /**
   * Who watched the stream.
   *
   * @param connected at the end
   * @param connectSeconds until all were told what happens
   * @param missed newest revisions that a client was not told, over all clients
   * @param lost connections that the server ended
   * @param resets clients that had to ask for everything anew
   * @param delayMillis from a record's sending to a client that has read it
   * @param beatMillis from a beat to the next
   */
  record Clients(
      int wanted,
      int connected,
      double connectSeconds,
      long missed,
      long lost,
      long resets,
      Delays.Summary delayMillis,
      Delays.Summary beatMillis,
      long bytesPerClientAndHour) {}

  /**
   * All of them came back at once.
   *
   * @param awayMillis without any connection, while alerts changed
   * @param replayMillis from the call to all that was missed
   */
  record Reconnection(
      int connected,
      double seconds,
      long missed,
      long lost,
      long resets,
      long awayMillis,
      Delays.Summary replayMillis) {}

  /** The server's process. */
  record Server(
      int coresAllowed,
      double cores,
      long heapBytes,
      long heapCommittedBytes,
      long peakResidentBytes) {}
}
