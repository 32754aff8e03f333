/**
 * What the project exists for, area by area: the code whose faults a unit test must find, and the tests that must find
 * them. Each area by its own tests, or one run takes hours: AREA=rules npm run check:mutations.
 */
const src = 'webhook-service/src';

const areas = {
  lifecycle: {
    mutate: [
      `${src}/reports/lifecycle/{decide,evolve,table,states,roles}.ts`,
      `${src}/reports/perform/{clocks-after,timers-for}.ts`,
    ],
    tests: [`${src}/reports/lifecycle/**/*.test.ts`, `${src}/reports/perform/**/*.test.ts`],
  },
  clocks: {
    mutate: [
      `${src}/deadlines/{calendar,calendar-build,calendar-day,calendar-faults,clock,clock-count,clock-late,clock-json,clock-explain,clock-explain-days,policy,policy-faults,extension,duration-words,due-words}.ts`,
    ],
    tests: [`${src}/deadlines/**/*.test.ts`],
  },
  gate: {
    mutate: [
      `${src}/reports/gate/*.ts`,
      `${src}/reports/gate/text/*.ts`,
      `!${src}/reports/gate/gate-facts.ts`,
      '!**/*.test.ts',
    ],
    tests: [`${src}/reports/gate/**/*.test.ts`],
  },
  rules: {
    mutate: [
      `${src}/routing/agency-rules.ts`,
      `${src}/routing/rules/{conditions,try-rules,time-window,hand-over-target,superior,targets,asset-list,enumerate,shadowed,validate-rules,trace,replay,replay-input}.ts`,
    ],
    tests: [`${src}/routing/rules/**/*.test.ts`, `${src}/routing/agency-rules*.test.ts`],
  },
};

const name = process.env.AREA;
if (name && !Object.hasOwn(areas, name)) throw new Error(`AREA must be one of ${Object.keys(areas).join(', ')}`);
const chosen = name ? [areas[name]] : Object.values(areas);

export const mutate = chosen.flatMap((area) => area.mutate);
export const tests = chosen.flatMap((area) => area.tests);
