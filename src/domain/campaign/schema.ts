/** The one schema of a campaign file: what every campaign says, and what each room may be told. */
import { z } from 'zod';
import { day, identifier, wordList, words } from '../file-fields.ts';
import { sectionKeys } from '../rooms.ts';
import { names } from './fields.ts';

const core = {
  id: identifier,
  title: words,
  shortTitle: words,
  notice: z.strictObject({
    title: words,
    docNumber: words.nullable().default(null),
    issuer: words,
    date: day,
    addressees: words,
    disclosure: words.nullable().default(null),
  }),
  /** What the notice calls several units at once → who that is. */
  expansions: z.record(words, names).default({}),
  /** Printed names that stand for nobody in particular. */
  open: wordList.default([]),
  findings: z.array(z.strictObject({ text: words, assumption: words.nullable().default(null) })).default([]),
};

const coreFile = z.strictObject(core);

export const campaignFile = z.strictObject({ ...core, ...sectionKeys() });

/** The sections' own keys are read by their rooms. */
export type CampaignFile = z.infer<typeof coreFile>;
