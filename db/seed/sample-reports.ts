/** 518 invented, labelled messages (domain-hanoi §3): what the category suggester learns from. No personal data. */
import { readFileSync } from 'node:fs';
import type { PriorityClass } from './priority-policy.ts';

export interface SampleReport {
  id: string;
  text: string;
  category: string;
  /** Other categories a reader would accept. */
  altCategories: string[];
  /** `report`, `emergency`, or one of the out-of-scope kinds (`chitchat`, `spam`, `complaint_oos` …). */
  kind: string;
  priority: PriorityClass;
  register: string;
  namedUnits: string[];
}

/** Reads the samples that ship beside this module. */
export function loadSampleReports(): SampleReport[] {
  return parseSampleReports(readFileSync(new URL('./data/sample-reports.jsonl', import.meta.url), 'utf8'));
}

/** One JSON object a line; blank lines are skipped. Throws with the line number on a broken line. */
export function parseSampleReports(jsonl: string): SampleReport[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line) as SampleReport];
    } catch (cause) {
      throw new Error(`sample reports: line ${index + 1} is not JSON`, { cause });
    }
  });
}
