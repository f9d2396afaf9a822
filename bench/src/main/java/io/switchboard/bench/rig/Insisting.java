package io.switchboard.bench.rig;

import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.ServerException;
import java.io.IOException;

/** What a bench asks of the platform and must get: a refusal, or no answer, ends the bench. */
public final class Insisting {
  private Insisting() {}

  /** A question. */
  public interface Asking<T> {
    T ask() throws IOException, InterruptedException, ApiRefusal;
  }

  /** {@code otherwise}: what is the matter without an answer, e.g. "the desks do not open". */
  public static <T> T on(Asking<T> asking, String otherwise) {
    try {
      return asking.ask();
    } catch (IOException | ApiRefusal e) {
      throw new ServerException(otherwise + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }
}
