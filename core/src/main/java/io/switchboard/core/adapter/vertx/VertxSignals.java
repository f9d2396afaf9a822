package io.switchboard.core.adapter.vertx;

import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signal;
import io.switchboard.core.signal.Signals;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Signals over the event bus of this process. A listener runs on the event loop of the verticle in whose start it was registered. */
public final class VertxSignals implements Signals {
  private static final long ANSWER_WITHIN_MS = 5_000;
  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(ByReference.NAME).setLocalOnly(true).setSendTimeout(ANSWER_WITHIN_MS);

  private final EventBus bus;

  private VertxSignals(EventBus bus) {
    this.bus = bus;
  }

  /** Call once for each Vert.x: the bus then knows how our signals travel. */
  public static VertxSignals on(Vertx vertx) {
    vertx.eventBus().registerCodec(new ByReference());
    return new VertxSignals(vertx.eventBus());
  }

  @Override
  public void send(Signal signal) {
    bus.publish(address(signal.getClass()), signal, OPTIONS);
  }

  @Override
  public <S extends Signal> void on(Class<S> type, Consumer<S> listener) {
    bus.<S>localConsumer(address(type), message -> listener.accept(message.body()));
  }

  @Override
  public <A> CompletionStage<A> ask(Request<A> request) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    bus.<A>request(address(request.getClass()), request, OPTIONS)
        .onSuccess(reply -> answer.complete(reply.body()))
        .onFailure(failure -> answer.completeExceptionally(unanswered(request, failure)));
    return answer;
  }

  private static Throwable unanswered(Request<?> request, Throwable failure) {
    boolean noAnswer = failure instanceof ReplyException reply && reply.failureType() != ReplyFailure.RECIPIENT_FAILURE;
    return noAnswer
        ? new TimeoutException("no answer to " + request.getClass().getSimpleName() + " within " + ANSWER_WITHIN_MS + " ms")
        : failure;
  }

  @Override
  public <A, Q extends Request<A>> void answer(Class<Q> type, BiConsumer<Q, Consumer<A>> answering) {
    bus.<Q>localConsumer(address(type), message -> answering.accept(message.body(), a -> message.reply(a, OPTIONS)));
  }

  private static String address(Class<?> type) {
    return type.getName();
  }
}
