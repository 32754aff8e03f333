/** May the public read a report? One table of what stands in the way; pure, so that an event and the sweep judge alike. */
import { category } from '../../../../db/seed/categories.ts';
import type { ReportState } from '../lifecycle/states.ts';

export interface PublicationFacts {
  state: ReportState;
  resumeState: ReportState | null;
  categoryCode: string | null;
  erased: boolean;
  /** The reporter chose it for this report. */
  chosen: boolean;
  /** Their consent to publication stands, to the words in force. */
  consented: boolean;
  /** The words tell of somebody in danger (`person-in-danger.ts`). */
  personInDanger: boolean;
  /** Zalo marks the reporter's account as sensitive (a child's), or the words may be a denunciation: a person must look first. */
  delicate: boolean;
  /** What a person decided last; null when nobody has. */
  decision: Decision | null;
}

export interface Decision {
  hidden: boolean;
  /** The person wrote the public words themselves. */
  mended: boolean;
  /** Words have come since, or the mended ones are gone: what the person looked at is not what would be shown. */
  outdated: boolean;
}

interface Obstacle {
  when: (facts: PublicationFacts) => boolean;
  /** For officials, and for the reporter who asks why it is not public. */
  why: string;
}

/** Before an agency has it, its category is a guess and nobody has looked at it. */
const isAtIntake = ({ state, resumeState }: PublicationFacts) =>
  state === 'received' || (state === 'awaiting_citizen' && resumeState === 'received');

export const obstacles = {
  erased: { when: ({ erased }) => erased, why: 'Dữ liệu của người gửi đã được xóa theo yêu cầu.' },
  not_dispatched: { when: isAtIntake, why: 'Phản ánh chưa được chuyển cho đơn vị xử lý.' },
  refused: { when: ({ state }) => state === 'refused', why: 'Phản ánh không được tiếp nhận.' },
  withdrawn: { when: ({ state }) => state === 'withdrawn', why: 'Người gửi đã rút phản ánh.' },
  merged: { when: ({ state }) => state === 'merged', why: 'Phản ánh đã gộp; phản ánh chính được công khai thay.' },
  category_private: {
    when: ({ categoryCode }) => category(categoryCode ?? '')?.publicByDefault !== true,
    why: 'Lĩnh vực này không công khai, để bảo vệ người liên quan.',
  },
  person_in_danger: {
    when: ({ personInDanger }) => personInDanger,
    why: 'Nội dung nói về người đang gặp nguy hiểm.',
  },
  not_chosen: { when: ({ chosen }) => !chosen, why: 'Người gửi không chọn công khai phản ánh này.' },
  no_consent: { when: ({ consented }) => !consented, why: 'Người gửi chưa đồng ý công khai, hoặc đã rút lại.' },
  hidden: { when: ({ decision }) => decision?.hidden === true, why: 'Cán bộ đã quyết định không công khai.' },
  person_must_look: {
    when: ({ delicate, decision }) =>
      (delicate && (decision === null || decision.outdated)) || (decision?.mended === true && decision.outdated),
    why: 'Cần cán bộ xem trước khi công khai.',
  },
} as const satisfies Readonly<Record<string, Obstacle>>;

export type ObstacleCode = keyof typeof obstacles;
export const obstacleCodes = Object.keys(obstacles) as ObstacleCode[];

/** Everything that stands in the way, in the order of the table; empty when it may be published. */
export function obstaclesOf(facts: PublicationFacts): ObstacleCode[] {
  return obstacleCodes.filter((code) => obstacles[code].when(facts));
}

export function mayPublish(facts: PublicationFacts): boolean {
  return obstaclesOf(facts).length === 0;
}
