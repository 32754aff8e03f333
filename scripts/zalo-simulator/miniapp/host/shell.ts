import type { ShellFacts } from '../phone-api.ts';

/** The shell writes what it knows into the script tag that loads the host. */
export function readShell(): ShellFacts {
  const facts = document.currentScript?.dataset.shell;
  if (facts === undefined)
    throw new Error('The host belongs into the page that the simulator makes of app-config.json');
  return JSON.parse(facts) as ShellFacts;
}

/**
 * Takes a parameter of the simulator's out of the address, before the app can read it, and keeps it for as long as the tab
 * lives: the app navigates, and reloads.
 */
export function parameterOnce(name: string, key: string): string | undefined {
  const address = new URL(location.href);
  const given = address.searchParams.get(name);
  if (given !== null) {
    sessionStorage.setItem(key, given);
    address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
  }
  return sessionStorage.getItem(key) ?? undefined;
}
