import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A customer's value class, as the tenant names it; what it is stands beside it, for eyes and for ears. */
export function ClassBadge({ name }: { name: string }) {
  const { t } = useTranslation();
  if (name === '') {
    return null;
  }
  const said = t('customer.class_named', { name });
  return <Tooltip label={said}><span className="class-badge" data-class={name.toLowerCase()} role="img" aria-label={said}>{name}</span></Tooltip>;
}
