import { useTranslation } from 'react-i18next';

/** A customer's value class, as the tenant names it. */
export function ClassBadge({ name }: { name: string }) {
  const { t } = useTranslation();
  return name === '' ? null : <span className="class-badge" data-class={name.toLowerCase()} title={t('customer.class')}>{name}</span>;
}
