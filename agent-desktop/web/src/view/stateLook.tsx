import { IconCircleCheck, IconCoffee, IconHeadset, IconLogout2, IconPencil, IconPhoneIncoming, IconPlayerPause, IconTargetArrow, type Icon } from '@tabler/icons-react';
import type { AgentState } from '../protocol/protocol';

/** A state's sign; never its colour alone. */
export const STATE_ICON: Record<AgentState, Icon> = {
  signed_out: IconLogout2,
  not_ready: IconCoffee,
  ready: IconCircleCheck,
  reserved: IconTargetArrow,
  ringing: IconPhoneIncoming,
  talking: IconHeadset,
  held: IconPlayerPause,
  wrap_up: IconPencil,
};
