package io.switchboard.core.adapter.crm;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.adapter.crm.CrmSettings.Field;
import io.switchboard.core.customer.CustomerCard;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.id.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the tenant's CRM. 404, 204 and an empty list say that nobody has the number. */
public final class HttpCards implements CustomerCards, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpCards.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 50;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int LONGEST = 4_000;

  private final Map<TenantId, CrmSettings> settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  public HttpCards(Map<TenantId, CrmSettings> settings) {
    this.settings = Map.copyOf(settings);
    this.http = HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).connectTimeout(Duration.ofSeconds(2))
        .executor(threads).build();
  }

  @Override
  public CompletionStage<Found> lookup(TenantId tenant, String number) {
    CrmSettings crm = settings.get(tenant);
    if (crm == null || number.isEmpty()) {
      return CompletableFuture.completedFuture(Found.NOBODY);
    }
    if (!places.tryAcquire()) {
      return CompletableFuture.completedFuture(Found.FAILED); // it is slow already: more would not make it faster
    }
    CompletableFuture<Found> found = new CompletableFuture<>();
    threads.execute(() -> {
      try {
        found.complete(ask(crm, number));
      } catch (IOException | RuntimeException e) {
        LOG.warn("the CRM of {} did not say who calls: {}", tenant, e.toString());
        found.complete(Found.FAILED);
      } catch (InterruptedException e) {
        found.complete(Found.FAILED);
        Thread.currentThread().interrupt();
      } finally {
        places.release();
      }
    });
    return found.completeOnTimeout(Found.FAILED, crm.limitMs(), TimeUnit.MILLISECONDS);
  }

  private Found ask(CrmSettings crm, String number) throws IOException, InterruptedException {
    String digits = number.substring(1);
    URI uri = URI.create(crm.url().replace("{number}", "%2B" + digits).replace("{digits}", digits));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(crm.limitMs())).header("Accept", "application/json");
    crm.headers().forEach(request::setHeader);
    HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      return switch (response.statusCode()) {
        case 200 -> new Found(State.DONE, cards(crm, number, JSON.readTree(read(body))));
        case 204, 404 -> Found.NOBODY;
        default -> throw new IOException("it answered " + response.statusCode());
      };
    }
  }

  private static byte[] read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("its answer is larger than " + MOST_BYTES + " bytes");
    }
    return bytes;
  }

  private static List<CustomerCard> cards(CrmSettings crm, String number, JsonNode answer) {
    JsonNode at = answer.at(crm.list());
    List<CustomerCard> cards = new ArrayList<>();
    for (JsonNode each : at.isArray() ? at : List.of(at)) {
      CustomerCard card = card(crm.fields(), number, each);
      if (!card.name().isEmpty() && cards.size() < MOST) {
        cards.add(card);
      }
    }
    return cards;
  }

  private static CustomerCard card(Map<Field, JsonPointer> fields, String number, JsonNode customer) {
    String link = text(fields, Field.LINK, customer);
    return new CustomerCard(
        0, text(fields, Field.NAME, customer), number, text(fields, Field.VALUE_CLASS, customer), text(fields, Field.LANGUAGE, customer),
        text(fields, Field.COMPANY, customer), text(fields, Field.DO_NOT_CALL, customer).matches("(?i)true|yes|1"), Map.of(), Map.of(),
        text(fields, Field.NOTES, customer), List.of(), List.of(), List.of(), link.matches("https?://[^\\s\"'<>]+") ? link : "");
  }

  private static String text(Map<Field, JsonPointer> fields, Field field, JsonNode customer) {
    JsonPointer at = fields.get(field);
    String text = at == null ? "" : customer.at(at).asText("");
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
