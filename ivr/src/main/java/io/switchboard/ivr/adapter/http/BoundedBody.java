package io.switchboard.ivr.adapter.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a bound; what is larger, or not wanted any more, is broken off together with its connection. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int mostBytes;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

  /** The body is larger than it may be. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("too large", null, false, false);
    }
  }

  BoundedBody(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Hands this one out, or breaks off at once where the header says already that it is too much. */
  BodyHandler<byte[]> handler() {
    return head -> {
      if (head.headers().firstValueAsLong("Content-Length").orElse(0) > mostBytes) {
        body.completeExceptionally(new TooLarge());
      }
      return this;
    };
  }

  /** From any thread. */
  void breakOff() {
    Subscription now = subscription.get();
    if (now != null) {
      now.cancel();
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription offered) {
    subscription.set(offered);
    if (body.isDone()) {
      offered.cancel();
    } else {
      offered.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (read.size() + part.remaining() > mostBytes) {
        breakOff();
        body.completeExceptionally(new TooLarge());
        return;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      read.write(bytes, 0, bytes.length);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(read.toByteArray());
  }
}
