import { ActionIcon, Badge, Button, CloseButton, Select, Skeleton, Switch, TextInput } from '@mantine/core';
import { IconPhoneOutgoing, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../call/caller';
import { readable } from '../../call/spans';
import type { Customer, CustomerChange } from '../../customer/customers';
import type { Role } from '../../link/session';
import { ClassBadge } from '../ClassBadge';
import { usePlace } from '../place';
import { go } from '../route';
import { useAct, useSaid } from '../said';
import { Anonymise } from './Anonymise';
import { Cases } from './Cases';
import { EditableNotes } from './EditableNotes';
import { Tasks } from './Tasks';
import { Timeline } from './Timeline';

export function CustomerRecord({ id, role }: { id: string; role: Role }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const said = useSaid();
  const found = useQuery({ queryKey: ['customer', id], queryFn: () => customers.find(id) });
  if (found.isError) {
    return <section className="panel empty" role="alert"><p>{said(found.error)}</p></section>;
  }
  if (!found.data) {
    return <section className="panel" aria-busy="true" aria-label={t('customer.looking')}><Skeleton height={28} width="40%" mb={12} /><Skeleton height={14} mb={8} /><Skeleton height={14} width="70%" /></section>;
  }
  const customer = found.data;
  return (
    <div className="record">
      <section className="panel" aria-label={t('panel.customer')}><Head customer={customer} /><Fields customer={customer} />
        {customer.anonymised_at_ms === null && <EditableNotes key={customer.version} id={id} text={customer.notes} version={customer.version} />}
        {role !== 'agent' && customer.anonymised_at_ms === null && <Anonymise customer={customer} />}
      </section>
      <section className="panel" aria-label={t('cases.title')}><Cases customer={id} /></section>
      <section className="panel" aria-label={t('tasks.title')}><Tasks customer={id} /></section>
      <section className="panel record-timeline" aria-label={t('timeline.title')}><Timeline customer={id} /></section>
    </div>
  );
}

function Head({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const { commands, phone, customers } = usePlace();
  const run = useAct();
  const write = useWrite(customer);
  const remove = (number: string) => void write(() => customers.removeNumber(String(customer.id), number));
  const dial = (number: string) => {
    phone.expect();
    void run(() => commands.dial(number, customer.id)).then((done) => (done ? go('/') : phone.expect(0)));
  };
  return (
    <header className="customer-title">
      <div className="face large" aria-hidden>{initials(customer.name)}</div>
      <div className="grow">
        <div className="customer-name"><h2>{customer.anonymised_at_ms === null ? customer.name : t('customer.anonymised')}</h2><ClassBadge name={customer.value_class} /></div>
        <div className="chips">
          {customer.numbers.map((number) => (
            <span key={number} className="number">
              <Button size="compact-sm" variant="default" leftSection={<IconPhoneOutgoing size={14} />} onClick={() => dial(number)} aria-label={t('customer.call', { number: readable(number) })}>{readable(number)}</Button>
              <CloseButton size="sm" aria-label={t('customer.remove_number', { number: readable(number) })} onClick={() => remove(number)} />
            </span>
          ))}
          {customer.do_not_call && <Badge color="red.8">{t('customer.do_not_call')}</Badge>}
        </div>
      </div>
    </header>
  );
}

const MOST_NUMBERS = 20;

/** Does it, and shows the record as it is then. */
function useWrite(customer: Customer): (command: () => Promise<Customer>) => Promise<boolean> {
  const { queries } = usePlace();
  const run = useAct();
  return (command) => run(async () => void queries.setQueryData(['customer', String(customer.id)], await command()));
}

function AddNumber({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const write = useWrite(customer);
  const [typed, setTyped] = useState('');
  const add = async () => {
    if (typed.trim() !== '' && await write(() => customers.addNumber(String(customer.id), typed.trim()))) {
      setTyped('');
    }
  };
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      void add();
    }}>
      <TextInput type="tel" label={t('customer.add_number')} value={typed} disabled={customer.numbers.length >= MOST_NUMBERS} onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={<ActionIcon type="submit" variant="subtle" aria-label={t('action.add')} disabled={typed.trim() === ''}><IconPlus size={16} /></ActionIcon>} />
    </form>
  );
}

/** Each field is changed where it stands, and kept when one leaves it. */
function Fields({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const change = (part: CustomerChange) => void run(async () => {
    queries.setQueryData(['customer', String(customer.id)], await customers.change(String(customer.id), customer.version, part));
  }).then((done) => (done ? undefined : queries.invalidateQueries({ queryKey: ['customer', String(customer.id)] })));
  const text = (field: 'name' | 'company' | 'value_class') => (
    <TextInput key={`${field}${customer.version}`} label={t(`customer.${field === 'value_class' ? 'class' : field}`)} defaultValue={customer[field]} disabled={customer.anonymised_at_ms !== null}
      onBlur={(event) => event.currentTarget.value !== customer[field] && change({ [field]: event.currentTarget.value })} />
  );
  return (
    <div className="fields">
      {text('name')}
      {text('company')}
      {text('value_class')}
      <Select label={t('customer.language')} value={customer.language || null} clearable data={[{ value: 'en', label: t('language.en') }, { value: 'zh', label: t('language.zh') }]}
        onChange={(language) => change({ language: language ?? '' })} disabled={customer.anonymised_at_ms !== null} clearButtonProps={{ 'aria-label': t('action.clear') }} />
      <Select label={t('customer.channel')} value={customer.preferences['channel'] ?? null} clearable data={['phone', 'mail', 'message'].map((value) => ({ value, label: t(`wish_value.${value}`) }))}
        onChange={(channel) => change({ preferences: { channel } })} disabled={customer.anonymised_at_ms !== null} clearButtonProps={{ 'aria-label': t('action.clear') }} />
      <Select label={t('customer.consent')} value={customer.consent['recording'] ?? null} clearable data={['given', 'refused'].map((value) => ({ value, label: t(`consent.${value}`) }))}
        onChange={(recording) => change({ consent: { recording } })} disabled={customer.anonymised_at_ms !== null} clearButtonProps={{ 'aria-label': t('action.clear') }} />
      {customer.anonymised_at_ms === null && <AddNumber customer={customer} />}
      <Switch label={t('customer.do_not_call')} checked={customer.do_not_call} onChange={(event) => change({ do_not_call: event.currentTarget.checked })} disabled={customer.anonymised_at_ms !== null} />
    </div>
  );
}
