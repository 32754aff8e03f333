import { type Html, html } from './html.ts';
import type { EventTold } from './texts.ts';

export const eventWordsEn: Readonly<Record<string, (told: EventTold) => Html>> = {
  received: () => html`Report received on Zalo.`,
  supplemented: ({ added }) =>
    html`The sender added ${list.format(added.map((kind) => additionWords[kind])) || 'information'}.`,
  dispatched: ({ agency, due }) => html`Sent to ${agency ?? 'an agency'}${due && html`; answer due by ${due}`}.`,
  accepted: ({ agency }) => html`${agency ?? 'The agency'} has taken it on.`,
  handed_over: ({ agency, due }) =>
    html`It belongs to ${agency ?? 'another agency'} and was sent there${due && html`; answer due by ${due}`}.`,
  sent_to_coordinator: ({ agency }) =>
    html`It is not clear who is responsible; ${agency ?? 'the city office'} will decide.`,
  rehomed: ({ agency }) =>
    html`Passed on${agency && html` to ${agency}`} with the new ward boundaries; the due time stays.`,
  citizen_asked: ({ agency }) =>
    html`${agency ?? 'The intake officer'} asked the sender for more. The time of waiting does not count.`,
  citizen_replied: ({ due }) => html`The sender replied; the clock goes on${due && html`, now due by ${due}`}.`,
  wait_timed_out: ({ due }) =>
    html`No reply from the sender; work goes on with what there is${due && html`, due by ${due}`}.`,
  extended: ({ due, reason }) =>
    html`The agency apologises that it is not finished${reason && html`: ${vietnamese(reason)}`}${due && html`. Now due by ${due}`}.`,
  due_changed: ({ due, reason }) =>
    html`The due time was counted again${due && html`, now ${due}`}${reason && html`: ${vietnamese(reason)}`}.`,
  delay_announced: ({ agency, due }) =>
    html`${agency ?? 'The agency'} has not answered near the due time${due && html` ${due}`}; it was reminded.`,
  overdue: ({ agency, due }) =>
    agency
      ? html`${agency} did not answer${due ? html` by ${due}` : ' in time'}. We are sorry for the delay.`
      : html`Not sent to an agency${due ? html` by ${due}` : ' in time'}. We are sorry for the delay.`,
  escalated: ({ agency, from }) =>
    html`Beyond the authority of ${from ?? 'the agency'}; put before ${agency ?? 'the body above'} with a proposal.`,
  progress_noted: ({ agency }) => html`${agency ?? 'The agency'} wrote to the reporter about the progress.`,
  answered: ({ agency }) => html`${agency ?? 'The agency'} has answered.`,
  confirmed: () => html`The sender confirmed that it is done.`,
  result_rejected: () => html`It was said not to be done.`,
  reopened: ({ agency, due }) =>
    html`Reopened; ${agency ?? 'the agency'} must answer again${due && html`, due by ${due}`}.`,
  rechecked: ({ due }) =>
    html`The city office asked for the result to be checked again${due && html`; answer due by ${due}`}.`,
  refused: () => html`Not accepted; the reason and where to turn were sent to the sender.`,
  objected: () => html`The sender asked for the refusal to be looked at again.`,
  merged: ({ into }) => html`Merged with ${into ? html`report ${into}` : 'another report'} about the same problem.`,
  split: ({ due }) => html`Handled on its own again, as it is a different problem${due && html`; due by ${due}`}.`,
  withdrawn: () => html`The sender withdrew the report.`,
  closed_silent: () => html`Closed after waiting for a word from the sender.`,
};

const list = new Intl.ListFormat('en');
const additionWords = { photos: 'photos', place: 'a location', words: 'a message' } as const;

/** The office writes Vietnamese. */
function vietnamese(text: string): Html {
  return html`<span lang="vi">${text.trim().replace(/[.…]+$/u, '')}</span>`;
}
