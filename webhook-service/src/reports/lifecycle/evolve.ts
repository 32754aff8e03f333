import type { ReportFacts } from './commands.ts';
import type { ReportEvent } from './events.ts';

/** The report after an event. Folding all events of a report over its first facts gives what its row holds. */
export function evolve<Facts extends ReportFacts>(facts: Facts, event: ReportEvent): Facts {
  return { ...facts, ...changes(facts, event) };
}

function changes(facts: ReportFacts, event: ReportEvent): Partial<ReportFacts> {
  switch (event.type) {
    case 'classified':
      return { categoryCode: event.data.to.categoryCode, priorityClass: event.data.to.priorityClass };
    case 'dispatched':
      return { state: 'dispatched', agencyCode: event.data.agencyCode };
    case 'accepted':
      return { state: 'in_progress' };
    case 'handed_over': {
      const counts = event.data.why === 'not_mine' ? 1 : 0;
      return { state: 'dispatched', agencyCode: event.data.agencyCode, handOvers: facts.handOvers + counts };
    }
    case 'sent_to_coordinator':
      return { state: 'dispatched', agencyCode: event.data.agencyCode, handOvers: facts.handOvers + 1 };
    case 'escalated':
      return { state: 'dispatched', agencyCode: event.data.agencyCode };
    case 'citizen_asked':
      return { state: 'awaiting_citizen', resumeState: facts.state };
    case 'citizen_replied':
    case 'wait_timed_out':
      return { ...resumed(facts), questionsAsked: facts.questionsAsked + 1 };
    case 'extended':
      return { extensions: event.data.extension };
    case 'answered':
      return { state: 'answered' };
    case 'confirmed':
      return { state: 'closed_confirmed' };
    case 'closed_silent':
      return { state: 'closed_unconfirmed' };
    case 'reopened': {
      const { level, agencyCode, from, round } = event.data;
      return { state: agencyCode === from ? 'in_progress' : 'dispatched', level, agencyCode, round, extensions: 0 };
    }
    case 'rechecked':
      return { state: 'in_progress', round: event.data.round, extensions: 0 };
    case 'refused':
      return { state: 'refused' };
    case 'objected':
      return { state: 'received', objections: facts.objections + 1 };
    case 'merged':
      return { state: 'merged', resumeState: facts.state };
    case 'split':
      return resumed(facts);
    case 'withdrawn':
      return { state: 'withdrawn', resumeState: null };
    case 'rated':
    case 'result_rejected':
      return {};
  }
}

function resumed({ resumeState }: ReportFacts): Pick<ReportFacts, 'state' | 'resumeState'> {
  return { state: resumeState ?? 'received', resumeState: null };
}
