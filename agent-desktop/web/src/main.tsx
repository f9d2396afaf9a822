import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/wght.css';
import './view/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './view/App';
import { pageNonce } from './view/nonce';
import { makePlace } from './view/place-made';
import { words } from './words/words';

const nonce = pageNonce();
const instance = await words();
const place = makePlace(() => instance.language);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<StrictMode><App place={place} words={instance} nonce={nonce} /></StrictMode>);
}
