/** How a Zalo host says no: a number, Zalo's own text, and for the wire log one Vietnamese sentence with the section. */
export interface Refusal {
  error: number;
  message: string;
  explanation: string;
}

/** Thrown by a handler of any Zalo host; the host turns it into its own error body. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

export function refused(error: number, message: string, explanation: string): Refused {
  return new Refused({ error, message, explanation });
}

/** A fault of a control call: HTTP status and a Vietnamese sentence. */
export class ControlFault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ControlFault';
    this.status = status;
  }
}
