import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { logIn } from '../link/login';
import { usePlace } from './place';
import { go } from './route';
import { useSaid } from './said';
import { LanguageSwitch } from './shell/LanguageSwitch';
import { SchemeSwitch } from './shell/SchemeSwitch';
import { Brand } from './shell/Brand';

export function LogIn() {
  const { t } = useTranslation();
  const { sessions, rest } = usePlace();
  const said = useSaid();
  const ended = useStore(sessions.store, (state) => state.ended);
  const [fields, setFields] = useState({ tenant: '', user: '', password: '' });
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const put = (field: keyof typeof fields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [field]: event.currentTarget.value });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(null);
    try {
      const session = await logIn(rest, fields, Date.now());
      if (session.role !== 'agent' && window.location.pathname === '/') {
        go('/wall');
      }
      sessions.begin(session);
    } catch (why) {
      setWrong(said(why));
      setBusy(false);
    }
  };

  return (
    <main className="log-in">
      <div className="log-in-tools"><LanguageSwitch /><SchemeSwitch /></div>
      <form className="log-in-card" onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Brand />
          <Title order={1} size="h3">{t('login.title')}</Title>
          {ended && wrong === null && <Alert color="yellow" icon={<IconInfoCircle size={18} />}>{t('login.ended')}</Alert>}
          {wrong !== null && <Alert role="alert" color="red" icon={<IconInfoCircle size={18} />}>{wrong}</Alert>}
          <TextInput label={t('login.user')} name="user" autoComplete="username" autoCapitalize="none" required autoFocus size="md"
            value={fields.user} onChange={put('user')} />
          <PasswordInput label={t('login.password')} name="password" autoComplete="current-password" required size="md"
            value={fields.password} onChange={put('password')}
            visibilityToggleButtonProps={{ 'aria-label': t('login.show_password') }} />
          <TextInput label={t('login.tenant')} description={t('login.tenant_hint')} name="tenant" autoCapitalize="none" size="md"
            value={fields.tenant} onChange={put('tenant')} />
          <Button type="submit" size="md" loading={busy} fullWidth>{t('login.go')}</Button>
        </Stack>
      </form>
    </main>
  );
}
