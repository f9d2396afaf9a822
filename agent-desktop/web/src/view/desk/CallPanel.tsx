import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { callerOf, initials } from '../../call/caller';
import { readable } from '../../call/spans';
import type { CallView, DeskView, PartyView } from '../../protocol/protocol';
import { useGate } from '../gate/useGate';
import { usePlace } from '../place';
import { go } from '../route';
import { Since } from '../Since';
import { ClassBadge } from '../ClassBadge';
import { CallButtons } from './CallButtons';
import { DialBox } from './DialBox';
import { Meters } from './Meters';
import { RecordingRow } from './RecordingRow';
import { SideBox } from './SideBox';

export function CallPanel({ view }: { view: DeskView }) {
  const { call } = view;
  return (
    <div className="panel call-panel" data-state={call?.state ?? 'none'}>
      {call === null ? <NoCall view={view} /> : <Call call={call} view={view} />}
    </div>
  );
}

/** Who is ready and could not hear or be heard is offered nothing: he is told, and what to do. */
function NotOffered() {
  const { t } = useTranslation();
  const gate = useGate();
  const wrong = gate.all.find((one) => one.verdict === 'fail') ?? gate.all.find((one) => one.verdict === 'checking');
  if (gate.open || wrong === undefined) {
    return null;
  }
  return (
    <div className="not-offered" role="status" data-verdict={wrong.verdict}>
      <strong>{t(wrong.verdict === 'fail' ? 'idle.not_offered' : 'idle.being_checked')}</strong>
      {wrong.remedy !== null && <p className="quiet">{t(`remedy.${wrong.remedy}`)}</p>}
      {wrong.verdict === 'fail' && <Button size="xs" variant="default" onClick={() => go('/check')}>{t('idle.check')}</Button>}
    </div>
  );
}

function NoCall({ view }: { view: DeskView }) {
  const { t } = useTranslation();
  return (
    <div className="no-call">
      <div className="no-call-orb" data-state={view.me.state} aria-hidden><span /></div>
      <h2>{t(`idle.${view.me.state === 'ready' ? 'ready' : view.me.state === 'signed_out' ? 'signed_out' : 'other'}`)}</h2>
      <p className="quiet">{t(`idle.${view.me.state === 'ready' ? 'ready_hint' : view.me.state === 'signed_out' ? 'signed_out_hint' : 'other_hint'}`)}</p>
      {view.me.state === 'ready' && <NotOffered />}
      <DialBox disabled={view.me.state === 'signed_out'} />
    </div>
  );
}

function Call({ call, view }: { call: CallView; view: DeskView }) {
  const { t } = useTranslation();
  const { phone } = usePlace();
  const talking = useStore(phone.store, (state) => state.session === 'talking');
  const name = callerOf(call);
  return (
    <>
      <header className="call-head">
        <div className="call-state" data-state={call.state}>
          <span className="call-state-name">{t(`call.${call.direction === 'out' && call.state === 'ringing' ? 'dialling' : call.state}`)}</span>
          <Since ms={call.state === 'talking' || call.state === 'held' ? call.talk_since_ms ?? call.since_ms : call.since_ms} />
        </div>
        <div className="call-who">
          <div className="face" aria-hidden>{initials(name)}</div>
          <div>
            <h2>{name === '' ? t('caller.withheld') : name}</h2>
            <p className="quiet">{call.number === '' ? t('caller.no_number') : readable(call.number)}</p>
          </div>
          <ClassBadge name={call.value_class} />
        </div>
        <p className="call-queue"><strong>{call.queue_title || call.queue}</strong>{call.direction !== 'in' && <span> · {t(`direction.${call.direction}`)}</span>}</p>
      </header>
      <CallButtons call={call} mine={view.phone.kind === 'browser' && !view.phone.elsewhere} />
      {view.side !== null && <SideBox side={view.side} can={call.can} />}
      {together(view) && <Parties parties={call.parties} />}
      <RecordingRow call={call} />
      {talking && <Meters />}
    </>
  );
}

/** Who is on the line is told where it is not plain: when all talk, and to who was asked by another. */
function together({ call, side }: DeskView): boolean {
  const there = call?.parties.filter((party) => party.state !== 'gone') ?? [];
  return there.length > 1 && (side === null || there.every((party) => party.state === 'talking'));
}

function Parties({ parties }: { parties: PartyView[] }) {
  const { t } = useTranslation();
  return (
    <ul className="parties" aria-label={t('call.parties')}>
      {parties.filter((party) => party.state !== 'gone').map((party) => (
        <li key={`${party.role}${party.name}${party.number}`}>
          <span className="face small" aria-hidden>{initials(party.name)}</span>
          <span>{party.name || readable(party.number)}</span>
          <span className="quiet">{t(`party.${party.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
