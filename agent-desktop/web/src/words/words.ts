import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import zh from './zh.json';

export type PageLanguage = 'en' | 'zh';

const KEY = 'switchboard.language';

/** What the reader chose before, else what his browser speaks. */
export function preferred(): PageLanguage {
  const chosen = localStorage.getItem(KEY) ?? navigator.language;
  return chosen.startsWith('zh') ? 'zh' : 'en';
}

export async function words(): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: false,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  named(instance.language);
  // Another window of this browser chose another one.
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) {
      void instance.changeLanguage(preferred()).then(() => named(instance.language));
    }
  });
  return instance;
}

export async function speak(instance: i18n, language: PageLanguage): Promise<void> {
  localStorage.setItem(KEY, language);
  await instance.changeLanguage(language);
  named(language);
}

function named(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
