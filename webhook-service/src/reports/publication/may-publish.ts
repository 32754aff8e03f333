/** May the public read a report? One table of what stands in the way; pure, so that an event and the sweep judge alike. */
import { category } from '../../../../db/seed/categories.ts';
import type { Language } from '../../deadlines/due-words.ts';
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
  why: Readonly<Record<Language, string>>;
}

/** Before an agency has it, its category is a guess and nobody has looked at it. */
const isAtIntake = ({ state, resumeState }: PublicationFacts) =>
  state === 'received' || (state === 'awaiting_citizen' && resumeState === 'received');

export const obstacles = {
  erased: {
    when: ({ erased }) => erased,
    why: {
      vi: 'Dữ liệu của người gửi đã được xóa theo yêu cầu.',
      en: 'The sender’s data was erased at their request.',
    },
  },
  not_dispatched: {
    when: isAtIntake,
    why: { vi: 'Phản ánh chưa được chuyển cho đơn vị xử lý.', en: 'It has not been passed to an agency yet.' },
  },
  refused: {
    when: ({ state }) => state === 'refused',
    why: { vi: 'Phản ánh không được tiếp nhận.', en: 'The report was not accepted.' },
  },
  withdrawn: {
    when: ({ state }) => state === 'withdrawn',
    why: { vi: 'Người gửi đã rút phản ánh.', en: 'The sender withdrew it.' },
  },
  merged: {
    when: ({ state }) => state === 'merged',
    why: {
      vi: 'Phản ánh đã gộp; phản ánh chính được công khai thay.',
      en: 'It was merged; the main report is published instead.',
    },
  },
  category_private: {
    when: ({ categoryCode }) => category(categoryCode ?? '')?.publicByDefault !== true,
    why: {
      vi: 'Lĩnh vực này không công khai, để bảo vệ người liên quan.',
      en: 'This category is not published, to protect those concerned.',
    },
  },
  person_in_danger: {
    when: ({ personInDanger }) => personInDanger,
    why: { vi: 'Nội dung nói về người đang gặp nguy hiểm.', en: 'It tells of somebody in danger.' },
  },
  not_chosen: {
    when: ({ chosen }) => !chosen,
    why: { vi: 'Người gửi không chọn công khai phản ánh này.', en: 'The sender did not choose to publish it.' },
  },
  no_consent: {
    when: ({ consented }) => !consented,
    why: {
      vi: 'Người gửi chưa đồng ý công khai, hoặc đã rút lại.',
      en: 'The sender has not agreed to publication, or has withdrawn it.',
    },
  },
  hidden: {
    when: ({ decision }) => decision?.hidden === true,
    why: { vi: 'Cán bộ đã quyết định không công khai.', en: 'An official decided not to publish it.' },
  },
  person_must_look: {
    when: ({ delicate, decision }) =>
      (delicate && (decision === null || decision.outdated)) || (decision?.mended === true && decision.outdated),
    why: { vi: 'Cần cán bộ xem trước khi công khai.', en: 'An official has to look at it before it is published.' },
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
