package city.xueliang.console.limit;

/**
 * How much may be asked for. One seat may be on many walls, which all ask at once when the server
 * comes back.
 *
 * @param reads of one seat
 * @param writes actions and silences of one seat
 * @param exports of one seat
 * @param signIns of one address: sign-ins and tokens that were refused
 * @param streamsPerSeat event streams of one seat that are open at a time
 * @param streams event streams that are open at a time
 */
public record Limits(
    Rate reads, Rate writes, Rate exports, Rate signIns, int streamsPerSeat, int streams) {
  public static final Limits DEFAULT =
      new Limits(
          new Rate(20_000, 500),
          new Rate(120, 10),
          new Rate(20, 0.2),
          new Rate(600, 10),
          2_000,
          4_000);
}
