/** Tells a story to the real clock, step by step as the service would. */
import type { Calendar } from '../calendar.ts';
import {
  type Clock,
  endClock,
  extendClock,
  pauseClock,
  reclassClock,
  resumeClock,
  reviveClock,
  startClock,
} from '../clock.ts';
import { type ClockMode, currentDuePolicy, type DuePolicy } from '../policy.ts';
import type { ClockStory, Happening } from './clock-story.ts';

/** The clock after everything that happened. */
export function liveClock(story: ClockStory, calendar: Calendar): Clock {
  const calendars = { of: () => calendar };
  const start = {
    policy: policyWith(story.minutes, story.mode),
    priorityClass: 'normal' as const,
    categoryCode: null,
    round: 1,
    at: new Date(story.start),
    agencyCode: null,
  };
  const clock = startClock('accept', start, calendars);
  if (!clock) throw new Error('every class has an accept clock');
  return story.happenings.reduce((before, happening) => after(before, happening, calendars), clock);
}

function after(clock: Clock, happening: Happening, calendars: { of(): Calendar }): Clock {
  if (happening.what === 'raise') {
    const policy = policyWith(happening.minutes, happening.mode);
    const raise = { policy, priorityClass: 'normal' as const, categoryCode: null };
    return reclassClock(clock, happening.at === null ? raise : { ...raise, at: new Date(happening.at) }, calendars);
  }
  const at = new Date(happening.at);
  if (happening.what === 'pause') return pauseClock(clock, at);
  if (happening.what === 'resume') return resumeClock(clock, at, calendars);
  if (happening.what === 'end') return endClock(clock, { at, outcome: 'met' });
  if (happening.what === 'revive') return reviveClock(clock, at, calendars);
  return extendClock(clock, { at, minutes: happening.minutes }, calendars);
}

function policyWith(minutes: number, clock: ClockMode): DuePolicy {
  const normal = { ...currentDuePolicy.classes.normal, acceptHours: minutes / 60, clock };
  return { ...currentDuePolicy, classes: { ...currentDuePolicy.classes, normal } };
}
