import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Ringer } from '../../call/ringer';
import { watch } from '../../call/spans';
import type { AlarmView } from '../../protocol/protocol';
import { usePlace } from '../place';
import { Since } from '../Since';

const SOUND_MS = 1_500;

/** What is over its limit; a new one sounds once. */
export function Alarms({ alarms, sound }: { alarms: AlarmView[]; sound: boolean }) {
  const { t } = useTranslation();
  const { devices } = usePlace();
  const choice = useStore(devices.store, (state) => state.choice);
  const known = useRef(new Set<string>());
  const names = alarms.map((alarm) => `${alarm.queue} ${alarm.kind}`).join('\n');
  useEffect(() => {
    const now = new Set(names === '' ? [] : names.split('\n'));
    const fresh = [...now].some((name) => !known.current.has(name));
    known.current = now;
    if (!fresh || !sound) {
      return;
    }
    const ringer = new Ringer();
    void ringer.start(choice.ringer, choice.ringVolume);
    const timer = setTimeout(() => ringer.stop(), SOUND_MS);
    return () => {
      clearTimeout(timer);
      ringer.stop();
    };
  }, [names, sound, choice.ringer, choice.ringVolume]);
  const value = (alarm: AlarmView, of: number) => alarm.kind === 'service_level' ? `${Math.round(of * 100)} %` : alarm.kind === 'longest_wait' ? watch(of) : String(of);
  return (
    <ul className="alarms" aria-live="assertive" aria-label={t('wall.alarms')}>
      {alarms.map((alarm) => (
        <li key={`${alarm.queue}${alarm.kind}`}><IconAlertTriangle size={18} aria-hidden /> <strong className="queue-name">{alarm.queue}</strong> {t(`alarm.${alarm.kind}`, { value: value(alarm, alarm.value), limit: value(alarm, alarm.limit) })} <Since ms={alarm.since_ms} /></li>
      ))}
    </ul>
  );
}
