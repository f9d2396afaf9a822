package io.switchboard.desktop.adapter.http;

/**
 * Where Asterisk lets browser phones in: the address of its HTTP server, on loopback.
 *
 * @param port 0: there are no phones in pages
 */
public record PhoneWay(String host, int port) {}
