import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { callerOf } from '../../call/caller';
import { useDesk } from '../place';
import { go } from '../route';

const TITLE = 'Switchboard';

/** Tells of a ring outside of the page: in the window's title, and by a notification where the page is not seen. */
export function RingNotice() {
  const { t } = useTranslation();
  const call = useDesk((view) => view.call);
  const ringing = call?.state === 'ringing' && call.direction !== 'out' ? call.id : null;
  const name = call ? callerOf(call) || t('caller.withheld') : '';
  const queue = call?.queue_title ?? '';

  useEffect(() => {
    if (ringing === null) {
      return;
    }
    go('/');
    const title = `☎ ${name}`;
    document.title = title;
    const note = !document.hasFocus() && 'Notification' in window && Notification.permission === 'granted'
      ? new Notification(name, { body: queue, tag: 'ring', requireInteraction: true, icon: '/icon.svg' })
      : null;
    if (note !== null) {
      note.onclick = () => window.focus();
    }
    return () => {
      document.title = TITLE;
      note?.close();
    };
  }, [ringing, name, queue]);
  return null;
}
