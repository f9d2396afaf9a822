import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../link/session';
import { usePlace } from '../place';
import { Brand } from './Brand';

export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { sessions } = usePlace();
  return (
    <main>
      <Brand />
      <Text>{session.user}</Text>
      <Button onClick={() => sessions.end(false)}>{t('shell.log_out')}</Button>
    </main>
  );
}
