package io.switchboard.desktop.api;

import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Login;
import io.switchboard.desktop.access.Tokens;

/** Who may enter. {@code aside}: where passwords are compared: two at once are enough to fill two cores. */
public record Entrance(Accounts accounts, Login login, Tokens tokens, Aside aside) {}
