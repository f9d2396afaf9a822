import { useStore } from 'zustand';
import { findings, open, type Finding } from '../../call/gate';
import { useDesk, usePlace } from '../place';

/** Whether one could hear and be heard now, and what is in the way. */
export function useGate(): { all: Finding[]; open: boolean } {
  const { linkStatus, devices, phone, seat, softphone } = usePlace();
  const link = useStore(linkStatus);
  const permission = useStore(devices.store, (state) => state.permission);
  const phoneState = useStore(phone.store);
  const at = useStore(seat.store, (state) => state.seat);
  const echo = useStore(softphone.echo, (state) => state.result);
  const place = useDesk((view) => view.phone) ?? null;
  const all = findings({ link, permission, phone: phoneState, seat: at, echo, place, secure: window.isSecureContext });
  return { all, open: open(all) };
}
