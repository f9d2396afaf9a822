package io.switchboard.ivr.adapter.http;

import io.switchboard.ivr.lookup.Source;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** A web server that is asked. One connection serves one request at a time, and is kept for the next one for a while. */
public final class HttpSource implements Source {
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);

  private final String name;
  private final int connections;
  private final HttpSettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile HttpClient client;

  /** @param connections 1 to 50 */
  public HttpSource(String name, int connections, HttpSettings settings) {
    this.name = name;
    this.connections = connections;
    this.settings = settings;
    this.client = fresh(threads);
  }

  private static HttpClient fresh(ExecutorService threads) {
    return HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).connectTimeout(TO_CONNECT).executor(threads).build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atOnce() {
    return connections;
  }

  HttpClient client() {
    return client;
  }

  /**
   * Gives up a client on which something came that is no HTTP: the JDK's (25 too) leaves such a connection open for as long as the client lives. What
   * else is under way on it ends as usual, then all its connections are closed.
   */
  void giveUp(HttpClient broken) {
    renewing.lock();
    try {
      if (client == broken && !threads.isShutdown()) {
        client = fresh(threads);
        broken.shutdown();
      }
    } finally {
      renewing.unlock();
    }
  }

  HttpSettings settings() {
    return settings;
  }

  /** The lookup, asked of this source. */
  public Question question(HttpLookup lookup) {
    return new HttpQuestion(this, lookup);
  }

  @Override
  public void close() {
    renewing.lock();
    try {
      threads.shutdown();
      client.shutdownNow();
    } finally {
      renewing.unlock();
    }
  }
}
