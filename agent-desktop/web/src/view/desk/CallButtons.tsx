import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowForwardUp, IconDialpad, IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff, IconPlayerPause, IconPlayerPlay, IconPhoneX, IconUserQuestion, type Icon,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type Action, shownFor } from '../../call/shortcuts';
import type { CallView, Verb } from '../../protocol/protocol';
import { useAction } from '../actions';
import { usePlace } from '../place';
import { useAct } from '../said';
import { Keypad } from './Keypad';
import { TransferDialog } from './TransferDialog';

type Handing = 'transfer' | 'consult' | null;

export function CallButtons({ call, mine }: { call: CallView; mine: boolean }) {
  const { commands, phone } = usePlace();
  const session = useStore(phone.store, (state) => state.session);
  const [pad, setPad] = useState(false);
  const [handing, setHanding] = useState<Handing>(null);
  const can = (verb: Verb) => call.can.includes(verb);
  const rings = call.state === 'ringing' && call.direction !== 'out'; // whom he dials is not answered by him
  const talking = call.state === 'talking' || call.state === 'held';

  return (
    <div className="call-buttons">
      {rings && <RingingButtons call={call} mine={mine} />}
      {talking && (
        <div className="button-grid">
          {(mine ? session === 'talking' : can('mute')) && <MuteButton call={call} mine={mine} />}
          {can('resume') && <CallButton action="hold" word="resume" icon={IconPlayerPlay} active run={commands.resume} />}
          {can('hold') && <CallButton action="hold" word="hold" icon={IconPlayerPause} run={commands.hold} />}
          {can('keys') && <CallButton action="keypad" word="keypad" icon={IconDialpad} active={pad} run={() => setPad(!pad)} />}
          {can('transfer') && <CallButton action="transfer" word="transfer" icon={IconArrowForwardUp} run={() => setHanding('transfer')} />}
          {can('consult') && <CallButton action="consult" word="consult" icon={IconUserQuestion} run={() => setHanding('consult')} />}
        </div>
      )}
      {pad && can('keys') && <Keypad />}
      {!rings && can('hang-up') && <HangUp />}
      <TransferDialog handing={handing} close={() => setHanding(null)} call={call} />
    </div>
  );
}

function RingingButtons({ call, mine }: { call: CallView; mine: boolean }) {
  const { t } = useTranslation();
  const { commands, phone } = usePlace();
  const run = useAct();
  const session = useStore(phone.store, (state) => state.session);
  const canAnswer = mine && session === 'ringing';
  const canDecline = call.can.includes('decline');
  const answer = () => void run(() => phone.answer());
  const decline = () => void run(commands.decline);
  useAction('answer', canAnswer, answer);
  useAction('decline', canDecline, decline);
  return (
    <div className="ringing-buttons">
      {mine
        ? <Button size="lg" leftSection={<IconPhone size={22} />} onClick={answer} loading={session === 'none' || session === 'answering'} rightSection={<Key action="answer" />}>{t('do.answer')}</Button>
        : <p className="quiet">{t('phone.answer_there')}</p>}
      {canDecline && <Button size="lg" variant="default" leftSection={<IconPhoneX size={20} />} onClick={decline} rightSection={<Key action="decline" />}>{t('do.decline')}</Button>}
    </div>
  );
}

/** By which key, where there is room for it. */
function Key({ action }: { action: Action }) {
  return <span className="by-key" aria-hidden>{shownFor(action)}</span>;
}

function HangUp() {
  const { t } = useTranslation();
  const { commands } = usePlace();
  const run = useAct();
  const hangUp = () => void run(commands.hangUp);
  useAction('hang_up', true, hangUp);
  return <Button fullWidth color="red.9" leftSection={<IconPhoneOff size={18} />} onClick={hangUp} rightSection={<Key action="hang_up" />}>{t('do.hang_up')}</Button>;
}

/** In his page he mutes himself; his own phone is muted by the server, and so is what the server muted. */
function MuteButton({ call, mine }: { call: CallView; mine: boolean }) {
  const { commands, phone } = usePlace();
  const here = useStore(phone.store, (state) => state.muted);
  const muted = call.muted || (mine && here);
  const press = async () => {
    if (mine) {
      phone.mute(!muted);
    }
    if (!mine || call.muted) {
      await commands.mute(!muted);
    }
  };
  return <CallButton action="mute" word={muted ? 'unmute' : 'mute'} icon={muted ? IconMicrophoneOff : IconMicrophone} active={muted} danger={muted} run={press} />;
}

interface CallButtonProps { action: Action; word: string; icon: Icon; active?: boolean; danger?: boolean; run: () => unknown }

/** A control of the call with its word beneath: found by eye, by hand and by key. */
export function CallButton({ action, word, icon: Sign, active, danger, run }: CallButtonProps): ReactNode {
  const { t } = useTranslation();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const press = () => {
    if (!busy) {
      setBusy(true);
      void act(async () => { await run(); }).finally(() => setBusy(false));
    }
  };
  useAction(action, true, press);
  return (
    <Tooltip label={shownFor(action)} position="bottom">
      <div className="call-button" data-active={active || undefined} data-danger={danger || undefined}>
        <ActionIcon variant={active ? 'filled' : 'default'} color={danger ? 'red.9' : 'teal'} size={48} radius="xl" onClick={press} loading={busy} aria-pressed={active}
          aria-label={t(`do.${word}`)}>
          <Sign size={22} stroke={1.7} />
        </ActionIcon>
        <span aria-hidden>{t(`do.${word}`)}</span>
      </div>
    </Tooltip>
  );
}
