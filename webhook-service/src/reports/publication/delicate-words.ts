/** What the words alone say about whether a machine may publish them. */
import { detectEmergency, type EmergencyKind } from '../../routing/emergency.ts';

/** Emergencies of people. A fire or a live wire in the street is everybody's business. */
const OF_PEOPLE: ReadonlySet<EmergencyKind> = new Set([
  'violence',
  'child_abuse',
  'self_harm',
  'drowning',
  'accident',
  'medical',
]);

/**
 * Denunciations, state secrets, violence at home, drugs, gambling, people in need: where one of them is at all likely, whatever
 * the report was classified as. "Restrict access at once" (domain-hanoi §2.3).
 */
const DELICATE: ReadonlySet<string> = new Set(['OS-02', 'OS-11', 'AN-03', 'AN-04', 'AN-09', 'AS-04']);
/** Scores are calibrated: of suggestions with 0.2, two in ten are right. */
const LIKELY = 0.2;

export function tellsOfPersonInDanger(text: string): boolean {
  return detectEmergency(text)?.kinds.some((kind) => OF_PEOPLE.has(kind)) ?? false;
}

export function mayBeDelicate(suggestions: readonly { code: string; score: number }[]): boolean {
  return suggestions.some(({ code, score }) => DELICATE.has(code) && score >= LIKELY);
}
