package io.switchboard.desktop.link;

import io.switchboard.desktop.access.Visitor;

/** For whom a view is made. {@code phoneElsewhere}: another window of his is the phone. */
public record Reader(Visitor.User user, boolean phoneElsewhere) {}
