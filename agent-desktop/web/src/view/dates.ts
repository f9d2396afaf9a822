import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [['day', DAY_MS], ['hour', 3_600_000], ['minute', 60_000]];

export interface Dates { day(ms: number): string; moment(ms: number): string; time(ms: number): string; ago(ms: number): string }

/** Dates and spans as the reader's language writes them. */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => made(i18n.language === 'zh' ? 'zh-CN' : 'en-GB'), [i18n.language]);
}

function made(locale: string): Dates {
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    day: (ms) => day.format(ms),
    moment: (ms) => moment.format(ms),
    time: (ms) => time.format(ms),
    ago: (ms) => {
      const span = ms - Date.now();
      if (Math.abs(span) > 30 * DAY_MS) {
        return day.format(ms);
      }
      const [unit, unitMs] = UNITS.find(([, each]) => Math.abs(span) >= each) ?? ['minute', 60_000];
      return relative.format(Math.round(span / unitMs), unit);
    },
  };
}
