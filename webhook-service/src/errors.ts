/** What a person and a program need to know about a refused request (RFC 9457 in the HTTP faces). */
export interface AppErrorInit {
  /** Stable and machine-readable, e.g. `report_not_found`; also what logs and failed jobs keep. */
  code: string;
  /** HTTP status. */
  status: number;
  /** One Vietnamese sentence for the person who sees it. It names no person, number or place. */
  detail: string;
  /** More for the caller's program: extension members of the problem (RFC 9457 §3.2), documented in the route's schema. */
  extensions?: Readonly<Record<string, unknown>>;
  /** For the log of whoever catches it; never shown. */
  cause?: unknown;
}

/** The one error this service throws on purpose. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor({ code, status, detail, extensions = {}, cause }: AppErrorInit) {
    // The message is the code: messages end in logs, and a detail may one day quote what somebody typed.
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.extensions = extensions;
  }
}
