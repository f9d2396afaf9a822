import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Due } from '../desk/OpenWork';
import { DueChoice } from '../desk/WrapUpPanel';
import { useNames } from '../names';
import { usePlace } from '../place';
import { useAct } from '../said';

/** What was promised to a customer. */
export function Tasks({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const nameOf = useNames();
  const [adding, setAdding] = useState(false);
  const [title, setTitle] = useState('');
  const [dueAtMs, setDue] = useState<number | null>(null);
  const found = useQuery({ queryKey: ['follow-ups', customer], queryFn: () => customers.tasks(customer) });
  const save = async () => {
    if (await run(() => customers.promise(customer, { title: title.trim(), ...(dueAtMs === null ? {} : { due_at_ms: dueAtMs }) }))) {
      setAdding(false);
      setTitle('');
      await queries.invalidateQueries({ queryKey: ['follow-ups', customer] });
    }
  };
  return (
    <>
      <div className="page-head"><h3>{t('tasks.title')}</h3><Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(!adding)} aria-expanded={adding}>{t('tasks.new')}</Button></div>
      {adding && (
        <form className="inline-form" onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}>
          <TextInput label={t('wrap_up.follow_up')} autoFocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} required />
          <DueChoice dueAtMs={dueAtMs} put={setDue} />
          <Button type="submit" disabled={title.trim() === ''}>{t('action.save')}</Button>
        </form>
      )}
      {found.data?.tasks.length === 0 && <p className="quiet">{t('tasks.none')}</p>}
      <ul className="open-work">
        {found.data?.tasks.map((one) => (
          <li key={one.id} data-done={one.done_by !== null || undefined}><span className="grow"><strong>{one.title}</strong> <span className="quiet">{nameOf(one.owner || one.made_by)}</span></span>{one.done_by === null && <><Due ms={one.due_at_ms} /><Button size="compact-xs" variant="default" onClick={() => void run(() => customers.taskDone(one.id)).then(() => queries.invalidateQueries({ queryKey: ['follow-ups', customer] }))}>{t('work.done')}</Button></>}</li>
        ))}
      </ul>
    </>
  );
}
