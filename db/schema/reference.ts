import { boolean, date, doublePrecision, pgTable, text } from 'drizzle-orm/pg-core';

/** The 126 wards and communes (NQ 1656/NQ-UBTVQH15, in force 01/07/2025). */
export const adminUnits = pgTable('admin_units', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['phuong', 'xa'] }).notNull(),
  latitude: doublePrecision('latitude').notNull(),
  longitude: doublePrecision('longitude').notNull(),
  /** First and first-no-longer day it exists; null = since ever, without end. A reorganisation ends one and begins others. */
  validFrom: date('valid_from', { mode: 'string' }),
  validUntil: date('valid_until', { mode: 'string' }),
});

/** Bodies a report can be given to: city bodies, and the People's Committee and police of each ward. */
export const agencies = pgTable('agencies', {
  code: text('code').primaryKey(),
  nameVi: text('name_vi').notNull(),
  kind: text('kind').notNull(),
  wardCode: text('ward_code').references(() => adminUnits.code),
});

export const categories = pgTable('categories', {
  code: text('code').primaryKey(),
  groupCode: text('group_code').notNull(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  priorityClass: text('priority_class', { enum: ['emergency', 'urgent', 'normal', 'complex', 'none'] }).notNull(),
  accepts: boolean('accepts').notNull(),
});

/** Days that differ from an ordinary week: data, because swaps are decided at short notice (domain §2.6). */
export const calendarDays = pgTable('calendar_days', {
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
  date: text('date').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['holiday', 'compensatory_off', 'swapped_off', 'makeup_workday'] }).notNull(),
  certainty: text('certainty').notNull(),
  source: text('source').notNull(),
});
