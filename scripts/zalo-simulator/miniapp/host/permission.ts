import type { Standing } from '../phone-api.ts';
import type { PermissionAnswer, PermissionName } from '../phone-settings.ts';
import type { Question, Reply } from '../protocol.ts';
import { NativeError, silence } from './native-error.ts';
import type { Pane } from './pane.ts';
import type { LiveSettings } from './settings.ts';
import type { SimulatorLink } from './simulator.ts';

export interface People {
  /** Resolves when the person agrees to all of them; a person who said yes once is not asked again. */
  permit(permissions: PermissionName[]): Promise<void>;
  /** A dialog that gives something: pictures, the text of a code. */
  choose(permission: PermissionName, question: Question): Promise<Reply>;
  /** The next answer to this question, once; for tests. */
  answerNext(permission: PermissionName, answer: PermissionAnswer): void;
}

/**
 * The numbers a "no" comes as (§6.2, §11.6): -201 in the examples for `authorize`, `followOA` and `interactOA`, -2002 where the
 * SDK maps native -1, and by some versions of Zalo any of them; so from no to no the number is another one.
 */
const NUMBERS: Partial<Record<PermissionName, number[]>> = {
  userInfo: [-201, -202, -2002],
  location: [-2002, -201, -202],
  phone: [-2002, -201, -202],
  notification: [-2002, -201, -202],
  follow: [-201, -2002],
  interact: [-201, -2002],
};

/** Where native code itself says -1 and the SDK makes -2002 of it. */
const SAYS_MINUS_ONE: readonly PermissionName[] = ['location', 'phone', 'notification'];

export function createPeople(parts: {
  settings: Pick<LiveSettings, 'now'>;
  pane: Pane;
  simulator: Pick<SimulatorLink, 'standings' | 'remember'>;
}): People {
  const { settings, pane, simulator } = parts;
  const queued = new Map<PermissionName, PermissionAnswer[]>();
  const turns = new Map<PermissionName, number>();
  const open = new Set<PermissionName>();

  function wanted(permission: PermissionName): PermissionAnswer {
    return queued.get(permission)?.shift() ?? settings.now().permissions[permission];
  }

  async function replyTo(answer: PermissionAnswer, question: Question, first: PermissionName): Promise<Reply> {
    if (answer !== 'ask') return replyOf(answer);
    // Nobody holds this phone: a person who opens an app and uses it says yes.
    if (!pane.present) return { answer: 'allow' };
    if (open.has(first)) throw new NativeError(-400, 'Duplicate request');
    open.add(first);
    return pane.ask(question).finally(() => open.delete(first));
  }

  function refusal(permission: PermissionName, answer: PermissionAnswer): NativeError {
    const code = numberOf(permission, answer);
    return new NativeError(code === -2002 && SAYS_MINUS_ONE.includes(permission) ? -1 : code, 'User denied');
  }

  function numberOf(permission: PermissionName, answer: PermissionAnswer): number {
    if (answer.startsWith('deny:')) return Number(answer.slice('deny:'.length));
    const numbers = NUMBERS[permission] ?? [-2002];
    const turn = turns.get(permission) ?? 0;
    turns.set(permission, turn + 1);
    return numbers[turn % numbers.length] ?? -2002;
  }

  const remember = (permissions: PermissionName[], standing: Standing) =>
    Promise.all(permissions.map((permission) => simulator.remember(permission, standing)));

  return {
    async permit(permissions) {
      const standings = await simulator.standings();
      const [never] = permissions.filter((permission) => standings[permission] === 'never');
      if (never !== undefined) throw refusal(never, 'deny:-202');
      const answers = permissions.map((permission) => ({ permission, answer: wanted(permission) }));
      // Whoever is set to say no has taken an earlier yes back in Zalo's settings.
      const due = answers.filter(({ permission, answer }) => isNo(answer) || standings[permission] !== 'granted');
      const [first] = due.toSorted((a, b) => Number(isNo(b.answer)) - Number(isNo(a.answer)));
      if (!first) return;
      const asked = due.map(({ permission }) => permission);
      const reply = await replyTo(first.answer, { what: 'permission', permissions: asked }, first.permission);
      if (reply.answer === 'silent') return silence();
      if (reply.answer === 'allow') return void (await remember(asked, 'granted'));
      const forever = reply.answer === 'denyForever';
      await remember(asked, forever ? 'never' : 'denied');
      throw refusal(first.permission, forever ? 'deny:-202' : first.answer === 'ask' ? 'deny' : first.answer);
    },
    async choose(permission, question) {
      const answer = wanted(permission);
      const reply = await replyTo(answer, question, permission);
      if (reply.answer === 'silent') return silence();
      if (reply.answer === 'cancel') throw new NativeError(-101, 'User cancel');
      if (reply.answer !== 'allow') throw refusal(permission, answer === 'ask' ? 'deny' : answer);
      return reply;
    },
    answerNext(permission, answer) {
      queued.set(permission, [...(queued.get(permission) ?? []), answer]);
    },
  };
}

function replyOf(answer: Exclude<PermissionAnswer, 'ask'>): Reply {
  if (answer === 'allow' || answer === 'silent' || answer === 'cancel') return { answer };
  return { answer: answer === 'deny:-202' ? 'denyForever' : 'deny' };
}

function isNo(answer: PermissionAnswer): boolean {
  return answer !== 'ask' && answer !== 'allow';
}
