package io.switchboard.core.adapter.asterisk.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Stops the file that a channel hears. */
public final class ControlPlaybackAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  private final String channel;

  public ControlPlaybackAction(String channel) {
    this.channel = channel;
  }

  @Override
  public String getAction() {
    return "ControlPlayback";
  }

  public String getChannel() {
    return channel;
  }

  public String getControl() {
    return "stop";
  }
}
