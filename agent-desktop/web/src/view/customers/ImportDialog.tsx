import { Alert, Button, FileInput, Modal, Table, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Imported } from '../../customer/customers';
import { usePlace } from '../place';
import { useAct } from '../said';

const LOOK_EVERY_MS = 800;

/** First a try that changes nothing and names each bad row; then, if one wants, for good. */
export function ImportDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const run = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<Imported | null>(null);
  const [done, setDone] = useState<Imported | null>(null);
  const [busy, setBusy] = useState(false);
  const send = (dryRun: boolean) => {
    if (file === null) {
      return;
    }
    setBusy(true);
    void run(async () => {
      let result = await customers.importFile(file, dryRun);
      for (;;) {
        setTried(result);
        setDone(dryRun ? null : result);
        if (result.state !== 'running') {
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        result = await customers.importNow(result.id);
      }
    }).finally(() => setBusy(false));
  };
  const result = done ?? tried;
  const bad = result?.bad_rows ?? [];
  return (
    <Modal opened={opened} onClose={close} size="lg" title={<Title order={2} size="h4">{t('import.title')}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className="quiet">{t('import.hint')}</p>
      <FileInput label={t('import.file')} accept=".csv,text/csv" value={file} leftSection={<IconUpload size={16} />} onChange={(next) => {
        setFile(next);
        setTried(null);
        setDone(null);
      }} />
      {tried !== null && done === null && <Alert mt="md" color={tried.bad > 0 ? 'yellow' : 'teal'} role="status">{t('import.tried', { rows: tried.rows, bad: tried.bad })}</Alert>}
      {done !== null && <Alert mt="md" color="teal" role="status">{t('import.done', { created: done.created, changed: done.changed, bad: done.bad })}</Alert>}
      {bad.length > 0 && (
        <Table mt="sm" striped><Table.Thead><Table.Tr><Table.Th>{t('import.line')}</Table.Th><Table.Th>{t('import.reason')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>{bad.map((row) => <Table.Tr key={`${row.line} ${row.column}`}><Table.Td>{row.line}</Table.Td><Table.Td>{row.column !== '' && <strong>{row.column}: </strong>}{row.message}</Table.Td></Table.Tr>)}</Table.Tbody></Table>
      )}
      <div className="form-buttons">
        <Button variant={tried === null ? 'filled' : 'default'} loading={busy} disabled={file === null} onClick={() => send(true)}>{t('import.try')}</Button>
        <Button loading={busy} disabled={tried === null || done !== null || tried.rows === tried.bad} onClick={() => send(false)}>{t('import.go')}</Button>
      </div>
    </Modal>
  );
}
