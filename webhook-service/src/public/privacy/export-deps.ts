import type { Db } from '../../../../db/client.ts';
import type { ExportDeps } from '../../rights/export/collect.ts';
import { textOf } from '../html.ts';
import { reportView } from '../report-view.ts';
import { eventWords } from '../timeline.ts';

/** What the export needs of the public face: the history of a report in the words of its status page. */
export function exportDepsOf(deps: { db: Db; dataKey: Buffer; publicUrl: string; now: () => Date }): ExportDeps {
  const { db, dataKey, publicUrl, now } = deps;
  return {
    ...{ dataKey, publicUrl, now },
    timelineOf: async (code, language) => {
      const view = await reportView(db, code, language);
      return (view?.history ?? []).map((entry) => ({ at: entry.at, text: textOf(eventWords(entry, language)) }));
    },
  };
}
