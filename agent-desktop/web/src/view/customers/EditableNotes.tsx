import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place';
import { useAct } from '../said';

/** What everybody should know who talks with him; changed where it stands, kept when one leaves the field. */
export function EditableNotes({ id, text, version = 0 }: { id: string; text: string; version?: number }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const [typed, setTyped] = useState(text);
  const [kept, setKept] = useState(text);
  const [saved, setSaved] = useState(false);
  const save = async () => {
    if (typed !== kept && await run(() => customers.change(id, version, { notes: typed }))) {
      setKept(typed);
      setSaved(true);
      void queries.invalidateQueries({ queryKey: ['customer', id] });
    }
  };
  return (
    <div className="notes">
      <Textarea variant="filled" autosize minRows={1} maxRows={6} maxLength={4000} aria-label={t('customer.notes')} placeholder={t('customer.notes_hint')} value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setSaved(false);
        }} onBlur={() => void save()} />
      <span className="notes-saved quiet" role="status">{saved ? t('action.saved') : ''}</span>
    </div>
  );
}
