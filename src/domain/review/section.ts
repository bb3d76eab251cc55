/** What the campaign's file says of the review. */
import { z } from 'zod';
import { section } from '../room.ts';
import type { ReviewSection, ReviewState } from './state.ts';

const review = z.strictObject({
  acceptance: z
    .enum(['required', 'none'], { error: '写 required（提交后要组织者审核通过）或 none（提交即可，不用审核）' })
    .default('none'),
});

const keys = { review: review.default({ acceptance: 'none' }) };

export const reviewSection = section<typeof keys, ReviewSection, ReviewState>({
  keys,
  resolve: ({ review: written }) => ({ section: { review: written }, problems: [] }),
  absent: { review: { acceptance: 'none' } },
  open: () => undefined,
});
