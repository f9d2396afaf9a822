import { Button } from '@mantine/core';
import { IconDownload, IconUpload, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFor } from '../../call/shortcuts';
import type { Role } from '../../link/session';
import { useAction } from '../actions';
import { usePlace } from '../place';
import { go } from '../route';
import { useAct } from '../said';
import { SearchBox } from './CustomerFinder';
import { CustomerRecord } from './CustomerRecord';
import { ImportDialog } from './ImportDialog';
import { NewCustomer } from './NewCustomer';

export function CustomersPage({ id, role }: { id: string | null; role: Role }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const run = useAct();
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  useAction('search', true, () => document.getElementById('customer-search')?.focus());
  useAction('new_customer', true, () => setCreating(true));
  const save = () => void run(async () => {
    const url = URL.createObjectURL(await customers.exportFile());
    const link = document.createElement('a');
    link.href = url;
    link.download = 'customers.csv';
    link.click();
    URL.revokeObjectURL(url);
  });
  return (
    <div className="customers">
      <section className="panel customers-list" aria-label={t('customer.search')}>
        <div className="page-head"><h1>{t('page.customers')}</h1>
          <Button size="xs" leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)} title={shownFor('new_customer')}>{t('customer.new')}</Button>
        </div>
        {creating && <NewCustomer name="" number="" language="" close={() => setCreating(false)} made={(card) => go(`/customers/${card.id}`)} />}
        <SearchBox choose={(hit) => go(`/customers/${hit.id}`)} autoFocus={id === null} />
        <p className="quiet">{t('customer.search_hint')}</p>
        {role !== 'agent' && (
          <div className="form-buttons">
            <Button variant="default" size="xs" leftSection={<IconUpload size={16} />} onClick={() => setImporting(true)}>{t('import.title')}</Button>
            <Button variant="default" size="xs" leftSection={<IconDownload size={16} />} onClick={save}>{t('import.export')}</Button>
          </div>
        )}
        <ImportDialog opened={importing} close={() => setImporting(false)} />
      </section>
      {id === null ? <section className="panel empty"><p className="quiet">{t('customer.choose')}</p></section> : <CustomerRecord key={id} id={id} role={role} />}
    </div>
  );
}
