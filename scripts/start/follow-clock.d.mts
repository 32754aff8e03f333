export function dateAhead(offset: () => number): DateConstructor;
export function followClock(simulatorUrl: string): Promise<void>;
