/** How native code says no: its own number, which the SDK translates (§6.2). */
export class NativeError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = 'NativeError';
    this.code = code;
  }
}

/** The SDK knows a missing approval by these words alone and makes -1403 of them (§6.2). */
export const notApproved = () => new NativeError(-1403, 'permission required!');
/** -1404 to the app. */
export const notSupported = () => new NativeError(-5, 'This action is not supported');

/** A promise for what never comes: native code that keeps silent. */
export const silence = () => new Promise<never>(() => undefined);
