/** What an obstacle must say, and how its status may move (domain-hanoi P5: stage, cause, then a proposal). */
import { AppError } from '../../errors.ts';
import { tidy } from '../../language/normalise.ts';
import type { ReportState } from '../lifecycle/states.ts';
import { type ObstacleStage, type ObstacleStatus, obstacleCause, stageNames, statusNames } from './causes.ts';

export interface ObstacleInput {
  stage: ObstacleStage;
  cause: string;
  note?: string | null;
  proposal: string;
}

/** A proposal or decision shorter than this says neither who nor what. */
export const SHORTEST_TEXT = 20;
export const SHORTEST_WORDS = 5;

/**
 * The input as it is to be stored.
 * @throws AppError 422 `obstacle_cause_unknown`, `obstacle_cause_stage`, `obstacle_note_missing`, `obstacle_proposal_vague`.
 */
export function checkObstacle(input: ObstacleInput): Required<ObstacleInput> {
  const cause = obstacleCause(input.cause);
  if (!cause) throw invalid('obstacle_cause_unknown', 'Nguyên nhân này không có trong danh mục.');
  if (!cause.stages.includes(input.stage)) {
    throw invalid(
      'obstacle_cause_stage',
      `Nguyên nhân “${cause.nameVi}” không thuộc khâu “${stageNames[input.stage]}”. Hãy chọn lại khâu hoặc nguyên nhân.`,
    );
  }
  const note = tidy(input.note ?? '') || null;
  if (cause.needsNote && note === null) {
    throw invalid('obstacle_note_missing', 'Với nguyên nhân khác, hãy ghi rõ nguyên nhân là gì.');
  }
  const proposal = tidy(input.proposal);
  if (!isSpecific(proposal)) {
    throw invalid('obstacle_proposal_vague', 'Hãy nêu đề xuất cụ thể: cần ai làm gì, khi nào.');
  }
  return { stage: input.stage, cause: cause.code, note, proposal };
}

/** @throws AppError 409 `obstacle_not_here` for a report nobody works on any more. */
export function checkObstacleState(state: ReportState): void {
  const reason = NOT_HERE[state];
  if (reason) throw new AppError({ code: 'obstacle_not_here', status: 409, detail: reason });
}

const NOT_HERE: Partial<Record<ReportState, string>> = {
  merged: 'Phản ánh đã được gộp. Hãy ghi vướng mắc trên phản ánh chính.',
  refused: 'Phản ánh đã bị từ chối tiếp nhận, không ghi vướng mắc được.',
  withdrawn: 'Người phản ánh đã rút phản ánh, không ghi vướng mắc được.',
};

const NEXT: Readonly<Record<ObstacleStatus, readonly ObstacleStatus[]>> = {
  open: ['in_hand', 'settled', 'declined'],
  in_hand: ['settled', 'declined'],
  settled: [],
  declined: [],
};

/**
 * The decision to store with the move, null when none was given on the way. Status only moves forward, and its end needs words.
 * @throws AppError `obstacle_status_back` (409), `obstacle_decision_missing` (422).
 */
export function checkDecision(
  from: ObstacleStatus,
  to: ObstacleStatus,
  decision: string | null | undefined,
): string | null {
  if (!NEXT[from].includes(to)) {
    throw new AppError({
      code: 'obstacle_status_back',
      status: 409,
      detail: `Vướng mắc đang ở trạng thái “${statusNames[from]}”, không chuyển sang “${statusNames[to]}” được.`,
    });
  }
  const text = tidy(decision ?? '');
  if (NEXT[to].length === 0 && !isSpecific(text)) {
    throw invalid(
      'obstacle_decision_missing',
      'Hãy ghi quyết định cụ thể: ai làm gì, khi nào, hoặc vì sao không chấp nhận.',
    );
  }
  return text || null;
}

/** Long enough to name somebody and something; "đề nghị xem xét" does not. */
export function isSpecific(text: string): boolean {
  return text.length >= SHORTEST_TEXT && text.split(' ').length >= SHORTEST_WORDS;
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
