declare const __BUILD__: string;

/** Zalo's number of the version it shows, and the build: what somebody who asks for help can read out. */
export function appVersion(): string {
  const { APP_VERSION: number } = window as { APP_VERSION?: unknown };
  return typeof number === 'string' && number ? `${number} · ${__BUILD__}` : __BUILD__;
}
