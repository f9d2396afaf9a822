import { Button, Modal, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../customer/customers';
import { usePlace } from '../place';
import { useAct } from '../said';

/** Cannot be undone: his name is typed to confirm it. */
export function Anonymise({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const go = async () => {
    if (await run(() => customers.anonymise(String(customer.id)))) {
      setOpened(false);
      await queries.invalidateQueries({ queryKey: ['customer', String(customer.id)] });
    }
  };
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => setOpened(true)}>{t('anonymise.title')}</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={<Title order={2} size="h4">{t('anonymise.title')}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <p>{t('anonymise.text')}</p>
        <TextInput label={t('anonymise.confirm', { name: customer.name })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
        <div className="form-buttons">
          <Button color="red.8" disabled={typed !== customer.name} onClick={() => void go()}>{t('anonymise.go')}</Button>
          <Button variant="default" onClick={() => setOpened(false)}>{t('action.cancel')}</Button>
        </div>
      </Modal>
    </>
  );
}
