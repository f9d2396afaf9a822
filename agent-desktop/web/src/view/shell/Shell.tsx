import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../link/session';
import { useAction, useKeyboard } from '../actions';
import { CustomersPage } from '../customers/CustomersPage';
import { DeskPage } from '../desk/DeskPage';
import { GatePage } from '../gate/GatePage';
import { usePath } from '../route';
import { WallPage } from '../wall/WallPage';
import { WorkPage } from '../work/WorkPage';
import { Announcer } from './Announcer';
import { ListenBar } from './ListenBar';
import { Rail } from './Rail';
import { RingNotice } from './RingNotice';
import { Shortcuts } from './Shortcuts';
import { StatusBar } from './StatusBar';

export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const path = usePath();
  const [help, setHelp] = useState(false);
  useKeyboard();
  useAction('help', true, () => setHelp(!help));
  useEffect(() => {
    const main = document.getElementById('main');
    // A page that has a place for the hands has taken them there already.
    if (main !== null && !main.contains(document.activeElement)) {
      main.focus();
    }
  }, [path]);
  return (
    <div className="shell" data-wall={path === '/wall' || undefined}>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <StatusBar session={session} help={() => setHelp(true)} />
      <Rail role={session.role} path={path} />
      <main id="main" tabIndex={-1} className="main"><ListenBar /><Page path={path} session={session} /></main>
      <Announcer />
      <RingNotice />
      <Shortcuts opened={help} close={() => setHelp(false)} />
    </div>
  );
}

function Page({ path, session }: { path: string; session: Session }) {
  if (path.startsWith('/customers')) {
    return <CustomersPage id={path.split('/')[2] ?? null} role={session.role} />;
  }
  if (path === '/work') {
    return <WorkPage />;
  }
  if (path === '/wall' && session.role !== 'agent') {
    return <WallPage />;
  }
  return path === '/check' ? <GatePage /> : <DeskPage />;
}
