/** The moment of the invented city: a Tuesday morning. Everything in it happened before. */
export const DAY = '2026-10-20T03:00:00.000Z';
export const NOW = new Date(DAY);
/** Three years. */
export const REPORT_DAYS = 1_096;
