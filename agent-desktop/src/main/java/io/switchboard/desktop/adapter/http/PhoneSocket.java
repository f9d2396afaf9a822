package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.AgentId;
import io.switchboard.desktop.phone.PhoneLink;
import io.switchboard.desktop.phone.PhoneSessions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page's connection to Asterisk: what either says is passed on as it is, and neither is read faster than the other takes. Its page is
 * pinged each second; the fourth unanswered ping is its end, for a machine that sleeps or a network that is gone says no goodbye.
 */
final class PhoneSocket implements PhoneLink {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneSocket.class);
  private static final long BEAT_MS = 1_000;
  private static final int UNANSWERED = 4;
  /** A phone says about twenty messages in the liveliest second of a call. */
  private static final int MESSAGES_PER_BEAT = 50;
  private static final int BEATS_PER_CHECK = 30;
  /** RFC 7118: a page asks so whether the way to here is still there. */
  private static final String QUESTION = "\r\n\r\n";
  private static final String ANSWER = "\r\n";
  private static final short AWAY = (short) Closing.AWAY.code();

  private final Vertx vertx;
  private final Context loop;
  private final AgentId agent;
  private final ServerWebSocket page;
  private final WebSocket asterisk;
  private final PhoneSessions sessions;
  private final Supplier<Future<Boolean>> stillGood;
  private int said;
  private int unanswered;
  private int beats;
  private boolean over;

  /** {@code stillGood}: whether the token that the page came with is. */
  PhoneSocket(
      Vertx vertx, AgentId agent, ServerWebSocket page, WebSocket asterisk, PhoneSessions sessions, Supplier<Future<Boolean>> stillGood) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.agent = agent;
    this.page = page;
    this.asterisk = asterisk;
    this.sessions = sessions;
    this.stillGood = stillGood;
  }

  /** {@code ended} runs when both sides are. */
  void open(Runnable ended) {
    page.textMessageHandler(text -> {
      unanswered = 0;
      if (++said > MESSAGES_PER_BEAT) {
        close(Closing.TOO_MANY);
      } else if (text.equals(QUESTION)) {
        page.writeTextMessage(ANSWER);
      } else {
        pass(page, asterisk, text);
      }
    });
    asterisk.textMessageHandler(text -> pass(asterisk, page, text));
    page.pongHandler(pong -> unanswered = 0);
    page.exceptionHandler(broken -> LOG.debug("{}'s page: {}", agent, broken.toString()));
    asterisk.exceptionHandler(broken -> LOG.debug("{}'s page, at Asterisk: {}", agent, broken.toString()));
    long beat = vertx.setPeriodic(BEAT_MS, due -> beat());
    page.closeHandler(closed -> {
      vertx.cancelTimer(beat);
      gone();
      ended.run();
    });
    asterisk.closeHandler(closed -> {
      if (!over) {
        page.close(AWAY, "away");
      }
    });
    page.resume();
    asterisk.resume();
  }

  /** Handing over what the other side takes no more of waits until it does. */
  private static void pass(WebSocketBase from, WebSocketBase to, String text) {
    if (to.isClosed()) {
      return;
    }
    to.writeTextMessage(text);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(drained -> from.resume());
    }
  }

  private void beat() {
    said = 0;
    if (unanswered++ >= UNANSWERED) {
      LOG.info("{}'s page says nothing any more", agent);
      gone();
      page.close();
      return;
    }
    page.writePing(Buffer.buffer("b"));
    if (++beats % BEATS_PER_CHECK == 0) {
      stillGood.get().onSuccess(good -> { // a store that does not answer takes nobody's phone away
        if (!good) {
          sessions.end(agent);
          close(Closing.TOKEN);
        }
      });
    }
  }

  private void gone() {
    if (!over) {
      over = true;
      asterisk.close();
      sessions.lost(agent, this);
    }
  }

  @Override
  public void close(Closing why) {
    loop.runOnContext(here -> {
      gone();
      if (!page.isClosed()) {
        page.close((short) why.code(), why.name().toLowerCase(Locale.ROOT));
      }
    });
  }
}
