import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type Draft, EMPTY, wrapUpOf } from '../../agent/draft';
import type { CallView, MeView } from '../../protocol/protocol';
import { usePlace } from '../place';
import { useWrapUp } from './useWrapUp';

const HOUR_MS = 3_600_000;
const KEPT_AFTER_MS = 1_200;

/** What came of the call; can be written while one still talks, and is kept as it is typed. */
export function WrapUpPanel({ call, me }: { call: CallView; me: MeView }) {
  const { t, i18n } = useTranslation();
  const { drafts } = usePlace();
  const sent = useWrapUp();
  const draft = useStore(drafts.store, (all) => all[call.id]) ?? drafts.of(call.id);
  const [busy, setBusy] = useState(false);
  const note = useRef<HTMLTextAreaElement>(null);
  const wrapping = call.state === 'wrap_up';
  useEffect(() => {
    if (wrapping) {
      note.current?.focus();
    }
  }, [wrapping]);
  const missing = me.code_required && draft.code === null;
  const customer = call.customer?.id ?? null;
  const send = async (done: boolean) => {
    setBusy(true);
    await sent(call, done);
    setBusy(false);
  };
  useKept(call, draft, me.until_ms !== null);
  return (
    <form className="wrap-up" onSubmit={(event) => {
      event.preventDefault();
      void send(wrapping);
    }}>
      {me.wrap_up_codes.length > 0 && (
        <fieldset className="codes">
          <legend>{t('wrap_up.code')}{me.code_required && <span className="needed"> {t('wrap_up.required')}</span>}</legend>
          <div>
            {me.wrap_up_codes.map((code) => (
              <label key={code.code} data-chosen={draft.code === code.code || undefined}>
                <input type="radio" name="code" checked={draft.code === code.code} onChange={() => drafts.put(call.id, { code: code.code })} />
                {i18n.language === 'zh' ? code.text_zh : code.text_en}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Textarea ref={note} label={t('wrap_up.note')} autosize minRows={4} maxRows={12} maxLength={2000} value={draft.note} onChange={(event) => drafts.put(call.id, { note: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            event.currentTarget.form?.requestSubmit();
          }
        }} />
      <TextInput label={t('wrap_up.follow_up')} placeholder={t('wrap_up.follow_up_hint')} disabled={customer === null} description={customer === null ? t('wrap_up.no_customer') : undefined} value={draft.followUp} onChange={(event) => drafts.put(call.id, { followUp: event.currentTarget.value })} />
      <Checkbox label={t('wrap_up.callback')} checked={draft.callback} disabled={call.number === ''} onChange={(event) => drafts.put(call.id, { callback: event.currentTarget.checked })} />
      {(draft.followUp !== '' || draft.callback) && <DueChoice dueAtMs={draft.dueAtMs} put={(dueAtMs) => drafts.put(call.id, { dueAtMs })} />}
      <Button type="submit" loading={busy} disabled={(wrapping && missing) || !call.can.includes('wrap-up')} leftSection={<IconCheck size={18} />} rightSection={<span className="by-key" aria-hidden>Ctrl+Enter</span>}>{t(wrapping ? 'wrap_up.done' : 'wrap_up.save')}</Button>
      {wrapping && <Button variant="default" loading={busy} disabled={!call.can.includes('wrap-up')} onClick={() => void send(false)}>{t('wrap_up.save')}</Button>}
      {!call.can.includes('wrap-up') && <p className="quiet">{t('wrap_up.kept')}</p>}
    </form>
  );
}

/** A wrap-up may end by its time: what was written of the call is kept before that, whenever the hand rests. */
function useKept(call: CallView, { code, note }: Draft, timed: boolean): void {
  const { commands, clock } = usePlace();
  const kept = useRef('');
  const able = timed && call.state === 'wrap_up' && call.can.includes('wrap-up');
  useEffect(() => {
    const what = `${code ?? ''}\n${note.trim()}`;
    if (!able || what === '\n' || what === kept.current) {
      return;
    }
    const timer = setTimeout(() => {
      kept.current = what;
      void commands.wrapUp(wrapUpOf({ ...EMPTY, code, note }, false, clock.nowMs())).catch(() => (kept.current = ''));
    }, KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [able, code, note, commands, clock]);
}

/** By when: the choices that are taken nine times of ten, and any other. */
export function DueChoice({ dueAtMs, put }: { dueAtMs: number | null; put: (ms: number | null) => void }) {
  const { t } = useTranslation();
  const { clock } = usePlace();
  const choices = useState(() => times(clock.nowMs()))[0];
  // After a reload a time stands there that is none of the choices any more.
  const [other, setOther] = useState(() => dueAtMs !== null && !choices.some(([, ms]) => ms === dueAtMs));
  return (
    <div className="due-choice">
      <Select label={t('wrap_up.when')} allowDeselect={false} comboboxProps={{ withinPortal: true }}
        value={other ? 'other' : choices.find(([, ms]) => ms === dueAtMs)?.[0] ?? 'any'}
        data={[...choices.map(([name]) => ({ value: name, label: t(`when.${name}`) })), { value: 'other', label: t('when.other') }]}
        onChange={(name) => {
          setOther(name === 'other');
          put(choices.find(([one]) => one === name)?.[1] ?? null);
        }} />
      {other && <TextInput type="datetime-local" label={t('when.other')} defaultValue={dueAtMs === null ? '' : localTime(dueAtMs)} onChange={(event) => put(new Date(event.currentTarget.value).getTime() || null)} />}
    </div>
  );
}

/** As a field for a day and a time has it. */
function localTime(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function times(nowMs: number): [string, number | null][] {
  const nine = (days: number) => {
    const date = new Date(nowMs);
    date.setDate(date.getDate() + days);
    return date.setHours(9, 0, 0, 0);
  };
  return [['any', null], ['hour', nowMs + HOUR_MS], ['tomorrow', nine(1)], ['week', nine(7)]];
}
