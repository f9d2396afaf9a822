import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Where in the page one is: its address, without reloading. */
const route = createStore(() => ({ path: window.location.pathname }));

window.addEventListener('popstate', () => route.setState({ path: window.location.pathname }));

export function go(path: string): void {
  if (path !== window.location.pathname) {
    window.history.pushState(null, '', path);
    route.setState({ path });
  }
}

export function usePath(): string {
  return useStore(route, (state) => state.path);
}
