import type { ReportCommand, ReportFacts } from '../commands.ts';
import { decide } from '../decide.ts';
import { context } from './facts.ts';

/** The events of a decision, or the code of its refusal. */
export function outcome(report: ReportFacts, command: ReportCommand, ...rest: Parameters<typeof context>) {
  const decision = decide(report, command, context(...rest));
  return decision.ok ? decision.events.map(({ type, data }) => ({ type, ...data })) : decision.code;
}
