import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardOf } from '../../customer/card';
import type { CustomerCard } from '../../protocol/protocol';
import { usePlace } from '../place';
import { useAct } from '../said';

interface Props { name: string; number: string; language: string; close: () => void; made: (card: CustomerCard) => void }

/** Alt+N, Enter: the name that the network told and the number stand there already. */
export function NewCustomer({ name, number, language, close, made }: Props) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const run = useAct();
  const [fields, setFields] = useState({ name, number, company: '' });
  const [busy, setBusy] = useState(false);
  const put = (field: keyof typeof fields) => (event: { currentTarget: { value: string } }) => setFields({ ...fields, [field]: event.currentTarget.value });
  useHotkeys([['Escape', close]], []);
  const save = async () => {
    setBusy(true);
    const numbers = fields.number.trim() === '' ? [] : [fields.number.trim()];
    const more = { ...(fields.company.trim() === '' ? {} : { company: fields.company.trim() }), ...(language === '' ? {} : { language }) };
    const done = await run(async () => {
      made(cardOf(await customers.create(fields.name.trim() || fields.number.trim(), numbers, more)));
      close();
    });
    if (!done) {
      setBusy(false);
    }
  };
  return (
    <form className="new-customer" onSubmit={(event) => {
      event.preventDefault();
      void save();
    }}>
      <h2>{t('customer.new')}</h2>
      <TextInput label={t('customer.name')} autoFocus value={fields.name} onChange={put('name')} onFocus={(event) => event.currentTarget.select()} />
      <TextInput label={t('customer.number')} type="tel" value={fields.number} onChange={put('number')} />
      <TextInput label={t('customer.company')} value={fields.company} onChange={put('company')} />
      <div className="form-buttons">
        <Button type="submit" loading={busy} disabled={fields.name.trim() === '' && fields.number.trim() === ''}>{t('action.save')}</Button>
        <Button variant="default" onClick={close}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
