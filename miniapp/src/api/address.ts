declare const __API_URL__: string;

/**
 * Where the service answers, without a slash at the end. Fixed when the app is built; only on this machine's simulator
 * (`*.localhost`), whose service has another port every time, the page may name it.
 */
export function apiAddress(): string {
  const { phanAnhApi } = window as { phanAnhApi?: unknown };
  if (location.hostname.endsWith('.localhost') && typeof phanAnhApi === 'string') return phanAnhApi;
  return __API_URL__;
}
