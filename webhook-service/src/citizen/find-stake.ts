import type { Tx } from '../../../db/client.ts';
import { type Stake, stakeByCode } from '../conversation/moves/stakes.ts';
import { AppError } from '../errors.ts';
import { parseReportCode } from '../reports/report-code.ts';

/**
 * What the citizen has to do with the report of a code as typed. A stranger's report is no report here.
 * @throws AppError 404 `report_not_found`
 */
export async function findStake(tx: Tx, citizenId: number, typedCode: string): Promise<Stake> {
  const reading = parseReportCode(typedCode);
  const stake = reading.ok ? await stakeByCode(tx, citizenId, reading.code) : 'unknown';
  if (typeof stake === 'string') throw reportNotFound();
  return stake;
}

export function reportNotFound(): AppError {
  return new AppError({
    code: 'report_not_found',
    status: 404,
    detail: 'Không tìm thấy phản ánh này trong danh sách của bạn.',
  });
}
