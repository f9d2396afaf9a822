import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_KINDS, CASE_STATES, type Case, type CaseKind, type CaseState } from '../../customer/customers';
import { Due } from '../desk/OpenWork';
import { DueChoice } from '../desk/WrapUpPanel';
import { useColleagues, useNames } from '../names';
import { useDesk, usePlace } from '../place';
import { useAct } from '../said';

export function Cases({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const [opening, setOpening] = useState(false);
  const found = useQuery({ queryKey: ['cases', customer], queryFn: () => customers.cases(customer) });
  const renew = () => queries.invalidateQueries({ queryKey: ['cases', customer] });
  const change = (one: Case, move: { state?: CaseState; owner?: string }) => void run(() => customers.moveCase(one.id, one.version, move)).then(renew);
  return (
    <>
      <div className="page-head"><h3>{t('cases.title')}</h3><Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setOpening(!opening)} aria-expanded={opening}>{t('cases.new')}</Button></div>
      {opening && <NewCase customer={customer} done={() => {
        setOpening(false);
        void renew();
      }} />}
      {found.data?.cases.length === 0 && <p className="quiet">{t('cases.none')}</p>}
      <ul className="open-work cases">
        {found.data?.cases.map((one) => (
          <li key={one.id} data-done={one.state === 'done' || undefined}>
            <span className="grow"><strong>{one.title}</strong> <span className="quiet">{t(`case.${one.kind}`)}</span></span>
            {one.state !== 'done' && <Due ms={one.due_at_ms} />}
            <Owner label={t('cases.owner', { title: one.title })} owner={one.owner} put={(owner) => change(one, { owner })} />
            <Select size="xs" w={130} aria-label={t('cases.state', { title: one.title })} value={one.state} allowDeselect={false} data={CASE_STATES.map((value) => ({ value, label: t(`case_state.${value}`) }))}
              onChange={(value) => value !== null && change(one, { state: value })} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface OwnerProps { label: string; owner: string; put: (owner: string) => void; visible?: boolean }

/** Whose it is; somebody who is no agent any more stays named. */
function Owner({ label, owner, put, visible = false }: OwnerProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const me = useDesk((view) => view.me.user);
  const colleagues = useColleagues();
  const people = new Set([...(me === undefined ? [] : [me]), ...(colleagues.data?.agents ?? []).map((one) => one.agent), ...(owner === '' ? [] : [owner])]);
  const data = [{ value: '', label: t('cases.nobody') }, ...[...people].map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label))];
  return <Select {...(visible ? { label } : { 'aria-label': label, size: 'xs', w: 150 })} value={owner} allowDeselect={false} searchable data={data} onChange={(value) => value !== null && value !== owner && put(value)} />;
}

function NewCase({ customer, done }: { customer: string; done: () => void }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const run = useAct();
  const [kind, setKind] = useState<CaseKind>('enquiry');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const [dueAtMs, setDue] = useState<number | null>(null);
  const save = async () => {
    if (await run(() => customers.openCase(customer, { kind, title: title.trim(), owner, ...(dueAtMs === null ? {} : { due_at_ms: dueAtMs }) }))) {
      done();
    }
  };
  return (
    <form className="inline-form" onSubmit={(event) => {
      event.preventDefault();
      void save();
    }}>
      <TextInput label={t('cases.about')} autoFocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} required />
      <Select label={t('cases.kind')} value={kind} allowDeselect={false} data={CASE_KINDS.map((value) => ({ value, label: t(`case.${value}`) }))} onChange={(value) => setKind(value ?? 'enquiry')} />
      <Owner label={t('cases.owned_by')} owner={owner} put={setOwner} visible />
      <DueChoice dueAtMs={dueAtMs} put={setDue} />
      <Button type="submit" disabled={title.trim() === ''}>{t('action.save')}</Button>
    </form>
  );
}
