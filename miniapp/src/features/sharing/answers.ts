import type { Purpose, Sharing } from '../draft/model.ts';
import type { Consent } from '../rights/consents.ts';

export interface SharingAnswer {
  consent: Consent;
  /**
   * `given`: agreed to these words before this report · `answered`: decided on this report · `open`: nothing was said, which is
   * no consent.
   */
  kind: 'given' | 'answered' | 'open';
  agreed: boolean;
}

/** Where each purpose stands for this report. A tick under other words than those shown now is none. */
export function answersOf(consents: readonly Consent[], sharing: Sharing): SharingAnswer[] {
  return consents.map((consent) => {
    const { purpose, version, given } = consent;
    if (sharing.versions?.[purpose] === version) return { consent, kind: 'answered', agreed: sharing[purpose] };
    return given === true ? { consent, kind: 'given', agreed: true } : { consent, kind: 'open', agreed: false };
  });
}

/** The draft's answer to one purpose, with the version of the words it was given to. */
export function answering(sharing: Sharing, { purpose, version }: Consent, agreed: boolean): Partial<Sharing> {
  return { [purpose]: agreed, versions: { ...sharing.versions, [purpose]: version } };
}

/** What goes out with the report: every purpose as it stands on the screen. */
export function sharingToSend(answers: readonly SharingAnswer[], sharing: Sharing): Sharing {
  const agreed = (purpose: Purpose) => answers.some(({ consent, agreed }) => consent.purpose === purpose && agreed);
  const versions = Object.fromEntries(answers.map(({ consent }) => [consent.purpose, consent.version]));
  return {
    ...{ handle: agreed('handle'), contact: agreed('contact'), publish: agreed('publish') },
    ...{ hideMyName: sharing.hideMyName, versions },
  };
}

/** Agreed to be handled: without it there is nothing to send. */
export function maySend(answers: readonly SharingAnswer[]): boolean {
  return answers.some(({ consent, agreed }) => consent.purpose === 'handle' && agreed);
}
