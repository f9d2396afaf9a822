package io.switchboard.desktop.protocol;

/** Why the server does not do what a frame asks. Codes are those of the API's problems. */
public record ProblemNow(String code, String textEn, String textZh) {}
