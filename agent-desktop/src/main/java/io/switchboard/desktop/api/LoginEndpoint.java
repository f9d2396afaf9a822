package io.switchboard.desktop.api;

import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Login;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** User and password in, token out. */
final class LoginEndpoint {
  private static final int LONGEST_PASSWORD = 1024;

  private final Accounts accounts;
  private final Login login;
  private final Tokens tokens;
  private final Aside aside;

  private record Granted(String token, String tokenType, long expiresInS, String tenant, String user, String role) {}

  LoginEndpoint(Entrance entrance) {
    this.accounts = entrance.accounts();
    this.login = entrance.login();
    this.tokens = entrance.tokens();
    this.aside = entrance.aside();
  }

  CompletionStage<Answer> answer(Question question) {
    Fields fields = question.fields();
    Optional<TenantId> tenant = accounts.onlyTenant().isPresent()
        ? fields.optionalName("tenant").map(TenantId::new).or(accounts::onlyTenant)
        : Optional.of(fields.name("tenant")).filter(name -> !name.isEmpty()).map(TenantId::new);
    String user = fields.name("user");
    String password = fields.text("password", LONGEST_PASSWORD);
    Optional<Problem> wrong = fields.wrong();
    if (wrong.isPresent() || tenant.isEmpty()) {
      return CompletableFuture.completedFuture(wrong.orElseThrow());
    }
    return aside.run(() -> login.attempt(tenant.get(), user, password, question.address())).thenApply(this::answer);
  }

  private Answer answer(Login.Result result) {
    return switch (result) {
      case Login.Result.Granted granted -> granted(granted.user());
      case Login.Result.Wrong wrong -> Problem.of(Trouble.WRONG_CREDENTIALS);
      case Login.Result.TooMany tooMany -> Problem.retry(Trouble.TOO_MANY_TRIES, tooMany.waitMs());
    };
  }

  private Answer granted(Visitor.User user) {
    return new Answer.Body(new Granted(
        tokens.issue(user), "Bearer", tokens.validS(), user.tenant().value(), user.name(), Roles.text(user.role())));
  }
}
