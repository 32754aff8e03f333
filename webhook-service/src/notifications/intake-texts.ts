export type KeptKind = 'voice' | 'video' | 'file';

/** What the chat says while a report is being written, about anything but plain words. */
export interface IntakeTexts {
  /** Two of their reports were named or quoted at once. */
  askWhichMeant(facts: { codes: readonly string[] }): string;
  /** Goes before a question: what we cannot read is kept, and people will. */
  kept(facts: { kinds: readonly KeptKind[] }): string;
  /** The same when the report is made. `askWords`: nothing was written so far. */
  keptWith(facts: { code: string; kinds: readonly KeptKind[]; askWords: boolean }): string;
  /** A business card carries somebody else's phone number. */
  cardNotNeeded(): string;
  /** They called the OA, which nobody answers. */
  callNotAnswered(): string;
  /** To someone without a Zalo identity; with `numbers` when their words sound like danger. */
  signIn(facts: { numbers: readonly string[] }): string;
  /** Only curses came: what can be sent here, and not a word about the tone. */
  calm(): string;
  /** Several matters in one burst are one report; how to send the others so that each finds its unit. */
  severalMatters(facts: { code: string; count: number; place: string | null }): string;
}
