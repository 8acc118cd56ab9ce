package city.xueliang.flink.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.junit.jupiter.api.Test;

class PrometheusPageTest {
  private final int port = LoopbackPorts.claim("page", 0);

  @Test
  void theMetricsStandOnThePage() throws Exception {
    Counter counter = new SimpleCounter();
    counter.inc(42);
    MetricReporter page = page(Integer.toString(port));
    try {
      page.notifyOfAddedMetric(counter, "read", new TestingGroup());

      assertThat(text(port)).contains("flink_some_job_read{operator=\"split-devices\",} 42.0");
    } finally {
      page.close();
    }
  }

  @Test
  void onlyThisMachineCanReadIt() throws Exception {
    MetricReporter page = page(Integer.toString(port));
    try {
      assertThat(text(port)).isNotNull();
      for (InetAddress address : addressesOfTheMachine()) {
        assertThatThrownBy(() -> new Socket(address, port).close())
            .as("%s", address)
            .isInstanceOf(ConnectException.class);
      }
    } finally {
      page.close();
    }
  }

  @Test
  void ofARangeItTakesTheFirstPortThatIsFree() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      MetricReporter page = page(taken.getLocalPort() + "," + LoopbackPorts.claim("page", 0));
      page.close();
    }
  }

  @Test
  void aTakenPortIsToldWithTheAddress() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> page(Integer.toString(taken.getLocalPort())))
          .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void aClosedPageFreesItsPort() throws Exception {
    page(Integer.toString(port)).close();

    assertThat(LoopbackPorts.claim("page", port)).isEqualTo(port);
  }

  @Test
  void aClusterIsToldByFlinksOwnOptions() {
    Configuration cluster = new Configuration();

    PrometheusPageFactory.addTo(cluster, "page", "127.0.0.1", "9249-9259");

    assertThat(cluster.toMap())
        .containsEntry(
            "metrics.reporter.page.factory.class",
            "city.xueliang.flink.metrics.PrometheusPageFactory")
        .containsEntry("metrics.reporter.page.host", "127.0.0.1")
        .containsEntry("metrics.reporter.page.port", "9249-9259");
  }

  private static MetricReporter page(String ports) {
    MetricConfig settings = new MetricConfig();
    settings.setProperty("port", ports);
    MetricReporter page = new PrometheusPageFactory().createMetricReporter(settings);
    page.open(settings);
    return page;
  }

  private static String text(int port) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static List<InetAddress> addressesOfTheMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }
}
