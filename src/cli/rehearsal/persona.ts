/** The units' liaisons as they are: punctual, late, forgetful, chatty, wrong and corrected. */
import type { Chance } from './chance.ts';

export type Persona = 'punctual' | 'late' | 'forgetful' | 'chatty' | 'corrected';

const personas: readonly Persona[] = ['punctual', 'punctual', 'late', 'forgetful', 'chatty', 'corrected'];

export function drawPersona(chance: Chance): Persona {
  return chance.pick(personas);
}

/** How many reminders it takes until a unit begins to report; 0 reports unasked. */
export function remindersNeeded(persona: Persona, chance: Chance): number {
  switch (persona) {
    case 'punctual':
    case 'corrected':
      return 0;
    case 'chatty':
      return 1;
    case 'late':
      return chance.between(3, 5);
    case 'forgetful':
      return chance.between(7, 9);
    default:
      return persona satisfies never;
  }
}
