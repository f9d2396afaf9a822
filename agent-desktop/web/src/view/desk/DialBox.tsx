import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFor } from '../../call/shortcuts';
import { useAction } from '../actions';
import { usePlace } from '../place';
import { useAct } from '../said';

export function DialBox({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { commands, phone } = usePlace();
  const run = useAct();
  const field = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  useAction('dial', !disabled, () => field.current?.focus());
  const dial = async () => {
    setBusy(true);
    phone.expect();
    if (await run(() => commands.dial(number.trim()))) {
      setNumber('');
    } else {
      phone.expect(0); // nothing rings
    }
    setBusy(false);
  };
  return (
    <form className="dial" onSubmit={(event) => {
      event.preventDefault();
      void dial();
    }}>
      <TextInput ref={field} type="tel" label={<>{t('dial.label')} <Kbd size="xs" aria-hidden>{shownFor('dial')}</Kbd></>} aria-label={t('dial.label')} placeholder={t('dial.placeholder')} value={number} disabled={disabled} onChange={(event) => setNumber(event.currentTarget.value)}
        rightSection={<ActionIcon type="submit" aria-label={t('dial.go')} loading={busy} disabled={disabled || number.trim() === ''}><IconPhoneOutgoing size={18} /></ActionIcon>} />
    </form>
  );
}
