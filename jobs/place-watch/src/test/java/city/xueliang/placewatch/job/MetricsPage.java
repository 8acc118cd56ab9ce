package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The metrics as Prometheus reads them. */
record MetricsPage(List<Sample> samples) {
  private static final Pattern LINE = Pattern.compile("(\\w+)\\{(.*)} (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** What one subtask says of one figure. */
  record Sample(String name, Map<String, String> labels, double value) {
    boolean is(String figure, Map<String, String> of) {
      return name.equals("flink_taskmanager_job_task_operator_" + figure)
          && labels.entrySet().containsAll(of.entrySet());
    }
  }

  static MetricsPage read(int port) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
    return new MetricsPage(
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofLines())
            .body()
            .map(LINE::matcher)
            .filter(line -> line.matches())
            .map(
                line ->
                    new Sample(
                        line.group(1),
                        LABEL
                            .matcher(line.group(2))
                            .results()
                            .collect(toMap(label -> label.group(1), label -> label.group(2))),
                        Double.parseDouble(line.group(3))))
            .toList());
  }

  /** What each subtask says. */
  List<Double> values(String figure, Map<String, String> labels) {
    return samples.stream().filter(sample -> sample.is(figure, labels)).map(Sample::value).toList();
  }

  /** Sum over the subtasks. */
  long sum(String figure, Map<String, String> labels) {
    return Math.round(values(figure, labels).stream().mapToDouble(each -> each).sum());
  }
}
