package io.switchboard.servers.audio;

/**
 * A key that was pressed.
 *
 * @param key 0 to 9, * or #
 * @param beganNs when the first packet of its event was about to leave, by {@link System#nanoTime}
 * @param endedNs the same of the last packet, which says that the key was released
 */
public record KeyPress(char key, long beganNs, long endedNs) {}
