/**
 * The one table of moves (DESIGN §6): for every command who may give it, and for every state the state it leads to or the
 * refusal it meets. What depends on more than state and role (limits, proof, once only) is in `decide.ts`.
 *
 * `received` and `dispatched` both mean that no agency has begun: rules dispatch within seconds, so what DESIGN allows in
 * `received` a person can only do in time if it is also allowed until an agency accepts (docs/decisions/0007).
 */
import type { CommandType } from './commands.ts';
import type { RefusalCode } from './refusals.ts';
import type { Role } from './roles.ts';
import type { ReportState } from './states.ts';

/** `resume`: the state before `awaiting_citizen` or `merged`. */
export type Move = { readonly to: ReportState | 'same' | 'resume' } | { readonly refuse: RefusalCode };

export interface CommandRow {
  readonly roles: readonly Role[];
  readonly moves: Readonly<Record<ReportState, Move>>;
}

const to = (state: ReportState | 'same' | 'resume'): Move => ({ to: state });
const no = (refuse: RefusalCode): Move => ({ refuse });

/** What a report that is over answers to a command for running ones. */
const OVER = {
  answered: no('already_answered'),
  closed_confirmed: no('already_closed'),
  closed_unconfirmed: no('already_closed'),
  refused: no('already_refused'),
  merged: no('already_merged'),
  withdrawn: no('already_withdrawn'),
} as const;

const INTAKE = ['intakeOfficer', 'dispatcher'] as const;
const AGENCY = ['handler', 'leader', 'cityOffice'] as const;

export const table: Readonly<Record<CommandType, CommandRow>> = {
  dispatch: {
    roles: [...INTAKE, 'system'],
    moves: {
      received: to('dispatched'),
      dispatched: no('already_dispatched'),
      in_progress: no('already_in_progress'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  accept: {
    roles: AGENCY,
    moves: {
      received: no('not_dispatched_yet'),
      dispatched: to('in_progress'),
      in_progress: no('already_in_progress'),
      awaiting_citizen: no('already_in_progress'),
      ...OVER,
    },
  },
  // The new agency has not accepted it, whatever the old one had done.
  handOver: {
    roles: [...AGENCY, 'dispatcher', 'system'],
    moves: {
      received: no('not_dispatched_yet'),
      dispatched: to('same'),
      in_progress: to('dispatched'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  askCitizen: {
    roles: [...INTAKE, ...AGENCY],
    moves: {
      received: to('awaiting_citizen'),
      dispatched: no('accept_first'),
      in_progress: to('awaiting_citizen'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  reply: {
    roles: ['reporter'],
    moves: {
      received: no('nothing_asked'),
      dispatched: no('nothing_asked'),
      in_progress: no('nothing_asked'),
      awaiting_citizen: to('resume'),
      ...OVER,
    },
  },
  timeOut: {
    roles: ['system'],
    moves: {
      received: no('nothing_asked'),
      dispatched: no('nothing_asked'),
      in_progress: no('nothing_asked'),
      awaiting_citizen: to('resume'),
      ...OVER,
    },
  },
  extend: {
    roles: AGENCY,
    moves: {
      received: no('not_dispatched_yet'),
      dispatched: no('accept_first'),
      in_progress: to('same'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  escalate: {
    roles: AGENCY,
    moves: {
      received: no('not_dispatched_yet'),
      dispatched: no('accept_first'),
      in_progress: to('dispatched'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  answer: {
    roles: AGENCY,
    moves: {
      received: no('not_dispatched_yet'),
      dispatched: no('accept_first'),
      in_progress: to('answered'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  confirm: {
    roles: ['reporter'],
    moves: {
      received: no('no_answer_yet'),
      dispatched: no('no_answer_yet'),
      in_progress: no('no_answer_yet'),
      awaiting_citizen: no('no_answer_yet'),
      ...OVER,
      answered: to('closed_confirmed'),
    },
  },
  // `decide` may send it higher than `in_progress` of the same agency: see there.
  rejectResult: {
    roles: ['reporter', 'follower'],
    moves: {
      received: no('no_answer_yet'),
      dispatched: no('no_answer_yet'),
      in_progress: no('no_answer_yet'),
      awaiting_citizen: no('no_answer_yet'),
      ...OVER,
      answered: to('in_progress'),
      // After the time to confirm: the message of the silent closing promises it (domain-hanoi §6.3 `closed_silent`).
      closed_unconfirmed: to('in_progress'),
    },
  },
  rate: {
    roles: ['reporter', 'follower'],
    moves: {
      received: no('no_answer_yet'),
      dispatched: no('no_answer_yet'),
      in_progress: no('no_answer_yet'),
      awaiting_citizen: no('no_answer_yet'),
      ...OVER,
      answered: to('same'),
      closed_confirmed: to('same'),
      closed_unconfirmed: to('same'),
    },
  },
  object: {
    roles: ['reporter'],
    moves: {
      received: no('not_refused'),
      dispatched: no('not_refused'),
      in_progress: no('not_refused'),
      awaiting_citizen: no('not_refused'),
      answered: no('not_refused'),
      closed_confirmed: no('not_refused'),
      closed_unconfirmed: no('not_refused'),
      refused: to('received'),
      merged: no('not_refused'),
      withdrawn: no('not_refused'),
    },
  },
  refuse: {
    roles: [...INTAKE, 'system'],
    moves: {
      received: to('refused'),
      dispatched: no('already_dispatched'),
      in_progress: no('already_in_progress'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  merge: {
    roles: [...INTAKE, 'reporter'],
    moves: {
      received: to('merged'),
      dispatched: to('merged'),
      in_progress: no('already_in_progress'),
      awaiting_citizen: no('awaiting_citizen'),
      ...OVER,
    },
  },
  split: {
    roles: INTAKE,
    moves: {
      received: no('not_merged'),
      dispatched: no('not_merged'),
      in_progress: no('not_merged'),
      awaiting_citizen: no('not_merged'),
      answered: no('not_merged'),
      closed_confirmed: no('not_merged'),
      closed_unconfirmed: no('not_merged'),
      refused: no('not_merged'),
      merged: to('resume'),
      withdrawn: no('not_merged'),
    },
  },
  withdraw: {
    roles: ['reporter'],
    moves: {
      received: to('withdrawn'),
      dispatched: to('withdrawn'),
      in_progress: no('work_has_begun'),
      // Only when the question came before anybody had begun: `decide` looks at where it came from.
      awaiting_citizen: to('withdrawn'),
      ...OVER,
    },
  },
  close: {
    roles: ['system'],
    moves: {
      received: no('no_answer_yet'),
      dispatched: no('no_answer_yet'),
      in_progress: no('no_answer_yet'),
      awaiting_citizen: no('no_answer_yet'),
      ...OVER,
      answered: to('closed_unconfirmed'),
    },
  },
  recheck: {
    roles: ['cityOffice'],
    moves: {
      received: no('no_answer_yet'),
      dispatched: no('no_answer_yet'),
      in_progress: no('no_answer_yet'),
      awaiting_citizen: no('no_answer_yet'),
      ...OVER,
      answered: to('in_progress'),
      closed_confirmed: no('citizen_confirmed'),
      closed_unconfirmed: to('in_progress'),
    },
  },
};

export const commandTypes = Object.keys(table) as CommandType[];

/** What this role can do with a report in this state, as far as the table goes: the desk offers nothing else. */
export function commandsFor(state: ReportState, role: Role): CommandType[] {
  return commandTypes.filter((type) => table[type].roles.includes(role) && 'to' in table[type].moves[state]);
}
