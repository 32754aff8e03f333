/** Why something could not be done, in words a person can act on (RFC 9457, DESIGN §9). */
export class ApiProblem extends Error {
  readonly code: string;
  /** 0 when the service was never reached. */
  readonly status: number;
  /** Whatever else the answer says, e.g. `missing`. */
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor(problem: { code: string; status: number; detail: string; extensions?: Record<string, unknown> }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.extensions = problem.extensions ?? {};
  }

  /** The network or the service is away: what was asked is worth asking again, later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The service was not reached. The words stand in the texts of the page that shows it. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ code: 'unreachable', status: 0, detail: '' });
}

/** Reads the body of a refused call; anything that is not a problem document becomes one. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null) return new ApiProblem({ code: 'unknown', status, detail: '' });
  const { code, detail, type: _type, title: _title, status: _status, ...extensions } = body as Record<string, unknown>;
  return new ApiProblem({
    code: typeof code === 'string' ? code : 'unknown',
    detail: typeof detail === 'string' ? detail : '',
    status,
    extensions,
  });
}
