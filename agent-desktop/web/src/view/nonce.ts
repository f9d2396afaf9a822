import { setNonce } from 'get-nonce';

/** The number that the server gave this page's own styles; libraries that write styles are told it too. */
export function pageNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
  setNonce(nonce);
  return nonce;
}
