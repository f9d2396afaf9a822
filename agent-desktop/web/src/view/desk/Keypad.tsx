import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place';
import { useAct } from '../said';

const KEYS: [string, string][] = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'], ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', '+'], ['#', ''],
];

/** Keys to the other side; also typed on the keyboard while it has the focus. */
export function Keypad() {
  const { t } = useTranslation();
  const { commands } = usePlace();
  const run = useAct();
  const pad = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState('');
  const press = (key: string) => {
    setSent(`${sent}${key}`.slice(-24));
    void run(() => commands.keys(key));
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const here = pad.current;
    const typed = (event: KeyboardEvent) => {
      if (/^[0-9*#]$/.test(event.key) && !event.altKey) {
        latest.current(event.key);
      }
    };
    here?.addEventListener('keydown', typed);
    return () => here?.removeEventListener('keydown', typed);
  }, []);
  return (
    <div className="keypad" role="group" aria-label={t('do.keypad')} ref={pad}>
      <output className="keypad-sent" aria-label={t('keypad.sent')}>{sent}</output>
      <div className="keypad-keys">
        {KEYS.map(([key, letters], i) => (
          <button key={key} type="button" onClick={() => press(key)} autoFocus={i === 0}><b>{key}</b><small aria-hidden>{letters}</small></button>
        ))}
      </div>
    </div>
  );
}
