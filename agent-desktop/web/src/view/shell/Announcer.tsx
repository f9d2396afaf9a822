import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { callerOf } from '../../call/caller';
import { useDesk, usePlace } from '../place';

/** Says to screen readers what happens to calls: a ring at once, the rest when they pause. */
export function Announcer() {
  const { t } = useTranslation();
  const { linkStatus } = usePlace();
  const call = useDesk((view) => view.call);
  const side = useDesk((view) => view.side);
  const listening = useDesk((view) => view.listening);
  const me = useDesk((view) => view.me);
  const message = useDesk((view) => view.messages)?.filter((one) => !one.seen).at(-1);
  const away = useStore(linkStatus, (status) => status.state === 'waiting');
  const caller = call ? callerOf(call) : '';
  const name = caller === '' ? t('caller.withheld') : caller;
  const urgent = call?.state === 'ringing' ? t('announce.ringing', { name, queue: call.queue_title }) : '';
  const polite = [
    call && call.state !== 'ringing' && call.state !== 'offered' ? t(`announce.${call.state}`, { name }) : '',
    side ? t(`announce.side_${side.state}`, { to: side.to }) : '',
    listening && listening.state !== 'over' ? t('announce.listening', { doing: t(`listening.${listening.state}`, { name: listening.agent_name }), how: t(`listening.mode_${listening.mode}`) }) : '',
    !call && me ? t(`state.${me.state}`) : '',
    away ? t('link.away') : '',
  ].filter((text) => text !== '').join('. ');
  return (
    <div className="heard-only">
      <Said text={urgent} level="assertive" />
      <Said text={polite} level="polite" />
      <Said text={message ? t('announce.message', { from: message.from, text: message.text }) : ''} level="polite" />
    </div>
  );
}

/** A live region speaks of what changes in it, so what it says at first is put in after it stands. */
function Said({ text, level }: { text: string; level: 'assertive' | 'polite' }) {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setSaid(text), 50);
    return () => clearTimeout(timer.current);
  }, [text]);
  return <div aria-live={level} aria-atomic="true">{said}</div>;
}
