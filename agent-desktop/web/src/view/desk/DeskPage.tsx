import { useTranslation } from 'react-i18next';
import { useDesk } from '../place';
import { CallPanel } from './CallPanel';
import { CustomerPanel } from './CustomerPanel';
import { IdlePanel } from './IdlePanel';
import { NoticeBar } from './NoticeBar';
import { SidePanels } from './SidePanels';

export function DeskPage() {
  const { t } = useTranslation();
  const view = useDesk((all) => all);
  if (!view) {
    return <div className="empty" role="status">{t('shell.loading')}</div>;
  }
  return (
    <div className="desk" data-call={view.call?.state ?? 'none'}>
      <h1 className="heard-only">{t('page.desk')}</h1>
      <NoticeBar />
      <section className="desk-phone" aria-label={t('panel.phone')}><CallPanel view={view} /></section>
      <section className="desk-customer" aria-label={t('panel.customer')}>
        {view.call === null ? <IdlePanel view={view} /> : <CustomerPanel key={view.call.id} call={view.call} />}
      </section>
      <section className="desk-side" aria-label={t('panel.side')}><SidePanels view={view} /></section>
    </div>
  );
}
