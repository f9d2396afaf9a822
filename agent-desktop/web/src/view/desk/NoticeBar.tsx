import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { quality } from '../../call/flow';
import { useDesk, usePlace } from '../place';

/** What an agent must know at once: a notice of the server, the phone elsewhere, no network in a talk, no sound. */
export function NoticeBar() {
  const { t, i18n } = useTranslation();
  const { softphone, seat, phone } = usePlace();
  const me = useDesk((view) => view.me);
  const place = useDesk((view) => view.phone);
  const here = useStore(seat.store, (state) => state.seat === 'here');
  const flow = useStore(phone.talk.store, (state) => state.flow);
  const blocked = useStore(phone.talk.store, (state) => state.blocked);
  const talking = useStore(phone.store, (state) => state.session === 'talking');
  const away = useStore(phone.store, (state) => state.session === 'talking' && state.registration !== 'registered');
  const heard = quality(flow, flow.atMs);
  const elsewhere = place?.kind === 'browser' && (!here || place.elsewhere);
  return (
    <div className="notices">
      {me?.notice && <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="status">{i18n.language === 'zh' ? me.notice.text_zh : me.notice.text_en}</Alert>}
      {elsewhere && (
        <Alert color="blue" icon={<IconDeviceLaptop size={18} />} role="status">
          <div className="notice-row">
            <span>{t(here ? 'phone.other_browser' : 'phone.other_window')}</span>
            <Button size="xs" onClick={() => softphone.takeHere()}>{t('phone.take_here')}</Button>
          </div>
        </Alert>
      )}
      {away && <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">{t('phone.away')}</Alert>}
      {talking && !away && (heard === 'deaf' || heard === 'dumb') && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">{t(`phone.${heard}`)}</Alert>
      )}
      {blocked && <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">{t('phone.blocked')}</Alert>}
    </div>
  );
}
