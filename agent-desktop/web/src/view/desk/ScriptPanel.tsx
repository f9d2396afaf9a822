import { Alert, Anchor, Button, Loader, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconExternalLink, IconMessageCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptPage, ScriptRun } from '../../agent/commands';
import { Problem } from '../../link/rest';
import type { CallView } from '../../protocol/protocol';
import { usePlace } from '../place';
import { useSaid } from '../said';

type Answer = string | number | boolean | null | undefined;
const LOOK_EVERY_MS = 700;
const CONFLICT = 409;

/** The guided script beside the call: page by page, with the way back. */
export function ScriptPanel({ call }: { call: CallView | null }) {
  const { t, i18n } = useTranslation();
  const { commands } = usePlace();
  const said = useSaid();
  const [run, setRun] = useState<ScriptRun | null>(null);
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const scripts = useQuery({ queryKey: ['scripts', i18n.language], queryFn: commands.scripts, enabled: call !== null });

  const step = async (ask: () => Promise<ScriptRun>) => {
    setBusy(true);
    setWrong('');
    try {
      setRun(await ask());
    } catch (why) {
      setWrong(said(why));
      if (run !== null && why instanceof Problem && why.status === CONFLICT) {
        setRun(await commands.scriptRun(run.run).catch(() => run));
      }
    }
    setBusy(false);
  };

  const looking = run?.state === 'looking_up' ? run.run : null;
  useEffect(() => {
    if (looking === null) {
      return;
    }
    const timer = setInterval(() => void commands.scriptRun(looking).then(setRun, () => undefined), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [looking, commands]);

  const proposed = call?.script ?? null;
  const callId = call?.id ?? null;
  useEffect(() => {
    if (proposed !== null && callId !== null) {
      void commands.beginScript(callId, proposed).then(setRun, () => undefined);
    }
  }, [proposed, callId, commands]);

  if (call === null) {
    return <p className="quiet pad">{t('script.no_call')}</p>;
  }
  if (run === null) {
    const offered = [...(scripts.data?.scripts ?? [])].sort((a, b) => Number(b.queues.includes(call.queue)) - Number(a.queues.includes(call.queue)));
    return (
      <div className="script">
        {wrong !== '' && <Alert color="red" role="alert">{wrong}</Alert>}
        <p className="quiet">{offered.length === 0 ? t('script.none') : t('script.choose')}</p>
        {offered.map((one) => <Button key={one.script} variant="default" justify="flex-start" fullWidth loading={busy} onClick={() => void step(() => commands.beginScript(call.id, one.script))}>{one.title}</Button>)}
      </div>
    );
  }
  return (
    <div className="script">
      <h3>{run.title}</h3>
      {wrong !== '' && <Alert color="red" role="alert">{wrong}</Alert>}
      {run.state === 'looking_up' && <p role="status"><Loader size="xs" /> {t('script.looking')}</p>}
      {run.state === 'broken' && <Alert color="red" role="alert">{t('script.broken')} {run.why}</Alert>}
      {run.outcome !== null && <Alert color="teal" role="status" title={t('script.outcome')}>{run.outcome.label}</Alert>}
      {run.page !== null && (
        <PageForm key={run.page.page} page={run.page} busy={busy} answer={(answer) => step(() => commands.answerScript(run.run, run.page?.page ?? 1, answer))}
          back={() => step(() => commands.backInScript(run.run, run.page?.page ?? 1))} />
      )}
      {run.path.length > 0 && (
        <ol className="script-path" aria-label={t('script.path')}>{run.path.map((one) => <li key={one.page}><span className="quiet">{one.text}</span> <b>{one.shown}</b></li>)}</ol>
      )}
    </div>
  );
}

interface PageFormProps { page: ScriptPage; busy: boolean; answer: (answer?: Answer) => void; back: () => void }

function PageForm({ page, busy, answer, back }: PageFormProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Answer>(undefined);
  return (
    <form className="script-page" onSubmit={(event) => {
      event.preventDefault();
      answer(value === '' ? null : value);
    }}>
      {page.to_caller !== '' && <blockquote><IconMessageCircle size={16} aria-hidden /> {page.to_caller}</blockquote>}
      {page.text !== '' && page.text !== page.to_caller && <p className="script-text">{page.text}</p>}
      {page.link !== '' && <Anchor href={page.link} target="_blank" rel="noreferrer">{t('knowledge.open')} <IconExternalLink size={14} aria-hidden /></Anchor>}
      {page.kind === 'choose' && page.choices.map((choice, i) => (
        <Button key={choice.choice} variant="default" justify="flex-start" loading={busy} autoFocus={i === 0} onClick={() => answer(choice.choice)}>{choice.label}</Button>
      ))}
      {page.kind === 'ask' && <Field page={page} put={setValue} />}
      {page.kind === 'note' && <Textarea autosize minRows={3} aria-label={page.text} autoFocus onChange={(event) => setValue(event.currentTarget.value)} />}
      <div className="script-buttons">
        {!page.first && <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} />} onClick={back} disabled={busy}>{t('script.back')}</Button>}
        {page.kind !== 'choose' && <Button type="submit" loading={busy}>{t('script.next')}</Button>}
      </div>
    </form>
  );
}

function Field({ page, put }: { page: ScriptPage; put: (value: Answer) => void }) {
  const { t } = useTranslation();
  const label = page.optional ? t('script.optional') : t('script.answer');
  switch (page.type) {
    case 'integer':
    case 'number':
      return <NumberInput label={label} autoFocus allowDecimal={page.type === 'number'} onChange={(value) => put(value === '' ? null : Number(value))} />;
    case 'flag':
      return <SegmentedControl aria-label={label} data={[{ value: 'true', label: t('script.yes') }, { value: 'false', label: t('script.no') }]} onChange={(value) => put(value === 'true')} />;
    case 'date':
      return <TextInput type="date" label={label} autoFocus min={page.least ?? undefined} max={page.most ?? undefined} onChange={(event) => put(event.currentTarget.value)} />;
    case 'text':
    case '':
      return <TextInput label={label} autoFocus onChange={(event) => put(event.currentTarget.value)} />;
  }
}
