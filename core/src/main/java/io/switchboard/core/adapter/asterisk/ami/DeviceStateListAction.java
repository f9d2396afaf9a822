package io.switchboard.core.adapter.asterisk.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asks for one DeviceStateChange per device known, then DeviceStateListComplete. */
public final class DeviceStateListAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  @Override
  public String getAction() {
    return "DeviceStateList";
  }
}
