import { Button, Loader, Select, Slider } from '@mantine/core';
import { IconAlertTriangle, IconBell, IconCircleCheckFilled, IconCircleXFilled, IconHeadphones, IconMicrophone, IconPlayerPlay, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Check, Finding, Verdict } from '../../call/gate';
import { Level } from '../../call/level';
import { Ringer } from '../../call/ringer';
import { Meter } from '../desk/Meters';
import { useDesk, usePlace } from '../place';
import { go } from '../route';
import { useAct } from '../said';
import { useGate } from './useGate';

export function GatePage() {
  const { t } = useTranslation();
  const gate = useGate();
  const { commands } = usePlace();
  const run = useAct();
  const place = useDesk((view) => view.phone);
  const state = useDesk((view) => view.me.state);
  useOwnEcho();
  const begin = () => void run(async () => {
    if (state === 'signed_out') {
      await commands.signIn();
    }
    await commands.ready();
    go('/');
  });
  return (
    <div className="gate">
      <section className="panel" aria-labelledby="gate-title">
        <h1 id="gate-title">{t('gate.title')}</h1>
        <p className="quiet">{t('gate.intro')}</p>
        <ul className="checks" aria-live="polite">{gate.all.map((finding) => <CheckRow key={finding.check} finding={finding} />)}</ul>
        <Button size="md" disabled={!gate.open} onClick={begin}>{t('gate.begin')}</Button>
        {!gate.open && <p className="quiet" role="status">{t('gate.shut')}</p>}
      </section>
      {place?.kind !== 'sip' && <DevicePanel />}
    </div>
  );
}

/** Tries the sound by itself as soon as it can be tried. */
function useOwnEcho(): void {
  const { softphone, phone } = usePlace();
  const due = useStore(softphone.echo, (state) => state.result === 'not_yet');
  const able = useStore(phone.store, (state) => state.registration === 'registered' && state.session === 'none');
  useEffect(() => {
    if (due && able) {
      void softphone.tryEcho();
    }
  }, [due, able, softphone]);
}

const SIGN: Record<Verdict, React.ReactNode> = {
  ok: <IconCircleCheckFilled size={22} />, checking: <Loader size={18} />, warn: <IconAlertTriangle size={22} />, fail: <IconCircleXFilled size={22} />,
};

function CheckRow({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <li data-verdict={finding.verdict} data-check={finding.check}>
      <span className="check-sign" aria-hidden>{SIGN[finding.verdict]}</span>
      <div className="grow">
        <strong>{t(`check.${finding.check}`)}</strong> <span className="heard-only">{t(`verdict.${finding.verdict}`)}</span>
        {finding.remedy !== null && <p className="quiet">{t(`remedy.${finding.remedy}`)}</p>}
      </div>
      <Mend check={finding.check} verdict={finding.verdict} />
    </li>
  );
}

/** The hand that mends it, where the page has one. */
function Mend({ check, verdict }: { check: Check; verdict: Verdict }) {
  const { t } = useTranslation();
  const { devices, softphone, phone } = usePlace();
  const echo = useStore(softphone.echo, (state) => state.result);
  const registered = useStore(phone.store, (state) => state.registration === 'registered');
  const permission = useStore(devices.store, (state) => state.permission);
  if (check === 'microphone' && verdict !== 'ok') {
    return <Button size="xs" onClick={() => void devices.microphone().then((stream) => stream.getTracks().forEach((track) => track.stop()), () => undefined)}>{t(permission === 'absent' ? 'gate.again' : 'gate.allow')}</Button>;
  }
  if (check === 'seat' && verdict === 'fail') {
    return <Button size="xs" onClick={() => softphone.takeHere()}>{t('phone.take_here')}</Button>;
  }
  if (check === 'sound') {
    return <Button size="xs" variant="default" loading={echo === 'running'} disabled={!registered} onClick={() => void softphone.tryEcho()}>{t(echo === 'not_yet' ? 'gate.try' : 'gate.again')}</Button>;
  }
  return null;
}

function DevicePanel() {
  const { t } = useTranslation();
  const { devices } = usePlace();
  const { choice, microphones, speakers } = useStore(devices.store);
  const [asked, setAsked] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  const [ringer] = useState(() => new Ringer());
  useEffect(() => () => ringer.stop(), [ringer]);
  const ring = () => void ringer.start(choice.ringer, choice.ringVolume).then(() => setTimeout(() => ringer.stop(), 1800));
  const system = { value: '', label: t('device.system') };
  const of = (list: { id: string; label: string }[]) => [system, ...list.filter((device) => device.id !== '' && device.id !== 'default').map((device) => ({ value: device.id, label: device.label }))];
  return (
    <section className="panel devices" aria-label={t('device.title')}>
      <h2>{t('device.title')}</h2>
      <Select label={t('device.microphone')} leftSection={<IconMicrophone size={16} />} data={of(microphones)} value={choice.microphone} allowDeselect={false} onChange={(id) => devices.choose({ microphone: id ?? '' })} />
      <MicrophoneMeter key={choice.microphone} />
      <Select label={t('device.speaker')} leftSection={<IconHeadphones size={16} />} data={of(speakers)} value={choice.speaker} allowDeselect={false} onChange={(id) => devices.choose({ speaker: id ?? '' })} />
      <Select label={t('device.ringer')} leftSection={<IconVolume size={16} />} data={of(speakers)} value={choice.ringer} allowDeselect={false} onChange={(id) => devices.choose({ ringer: id ?? '' })} />
      <div className="device-volume"><span id="ring-volume">{t('device.volume')}</span>
        <Slider thumbProps={{ 'aria-labelledby': 'ring-volume' }} thumbLabel={t('device.volume')} min={0} max={1} step={0.05} label={(value) => `${Math.round(value * 100)} %`} value={choice.ringVolume} onChange={(ringVolume) => devices.choose({ ringVolume })} />
        <Button size="xs" variant="default" leftSection={<IconPlayerPlay size={14} />} onClick={ring}>{t('device.ring')}</Button></div>
      {asked !== 'granted' && (
        <div className="device-notify"><p className="quiet">{asked === 'denied' ? t('device.notify_denied') : t('device.notify_hint')}</p>
          {asked === 'default' && <Button size="xs" variant="default" leftSection={<IconBell size={14} />} onClick={() => void Notification.requestPermission().then(setAsked)}>{t('device.notify')}</Button>}</div>
      )}
    </section>
  );
}

const LOOK_MS = 80;

/** What the chosen microphone hears, as long as this page is open and it may be heard. */
function MicrophoneMeter() {
  const { t } = useTranslation();
  const { devices } = usePlace();
  const granted = useStore(devices.store, (state) => state.permission === 'granted');
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!granted) {
      return;
    }
    let stop: () => void = () => undefined;
    let over = false;
    void devices.microphone().then((stream) => {
      const context = new AudioContext();
      const meter = new Level(context, stream);
      const timer = setInterval(() => setLevel(meter.now()), LOOK_MS);
      stop = () => {
        clearInterval(timer);
        meter.close();
        stream.getTracks().forEach((track) => track.stop());
        void context.close();
      };
      if (over) {
        stop();
      }
    }, () => undefined);
    return () => {
      over = true;
      stop();
    };
  }, [granted, devices]);
  return <Meter label={t('meter.spoken')} level={level} icon={<IconMicrophone size={16} aria-hidden />} />;
}
