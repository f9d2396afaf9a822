package io.switchboard.core.adapter.vertx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxSignalsTest {
  private final Vertx vertx = Vertx.vertx();
  private final VertxSignals signals = VertxSignals.on(vertx);

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void open(Stage.Opening opening) throws Exception {
    vertx.deployVerticle(new Stage(opening)).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void signalsOfOneSenderArriveInOrderOnTheListenersOneThread() throws Exception {
    int many = 10_000;
    List<String> heard = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(many);
    open(loop -> signals.on(LineEvent.Lost.class, event -> {
      heard.add(event.why());
      threads.add(Thread.currentThread());
      done.countDown();
    }));
    for (int i = 0; i < many; i++) {
      signals.send(new LineEvent.Lost(Integer.toString(i)));
    }
    assertEquals(true, done.await(20, TimeUnit.SECONDS));
    for (int i = 0; i < many; i++) {
      assertEquals(Integer.toString(i), heard.get(i));
    }
    assertEquals(1, threads.size());
  }

  @Test
  void aRequestGetsItsAnswerAlsoLater() throws Exception {
    open(loop -> signals.<Reply, AgentRequest.Ready>answer(AgentRequest.Ready.class,
        (request, answer) -> loop.timers().at(System.currentTimeMillis() + 5, () -> answer.accept(new Reply.Accepted("READY")))));
    Reply reply = signals.ask(new AgentRequest.Ready(AgentId.of("demo", "anna"))).toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertEquals(new Reply.Accepted("READY"), reply);
  }

  @Test
  void whenNobodyAnswers_thenItFailsByName() {
    ExecutionException failure = assertThrows(ExecutionException.class,
        () -> signals.ask(new AgentRequest.Ready(AgentId.of("demo", "anna"))).toCompletableFuture().get(10, TimeUnit.SECONDS));
    assertInstanceOf(TimeoutException.class, failure.getCause());
  }
}
