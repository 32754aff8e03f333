/** The three published causes of an unsatisfactory answer (domain-hanoi P7): chung chung · không ảnh, văn bản chứng minh · quên đính. */
export type Cause = 'general' | 'no_proof' | 'not_attached';

export interface Finding {
  /** Stable. */
  rule: string;
  cause: Cause;
  ok: boolean;
  /** Vietnamese: what was found, or exactly what is missing and how to mend it. */
  text: string;
}

export function missing(rule: string, cause: Cause, text: string): Finding {
  return { rule, cause, ok: false, text };
}

export function satisfied(rule: string, cause: Cause, text: string): Finding {
  return { rule, cause, ok: true, text };
}
