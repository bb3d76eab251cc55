/** What the campaign's file says of whom the plan is for and who does what. */
import { z } from 'zod';
import type { AudienceReader } from '../campaign/audience.ts';
import type { Task } from '../campaign/definition.ts';
import { audience } from '../campaign/fields.ts';
import { words } from '../file-fields.ts';
import { type FileProblem, problem, repeated } from '../file-problem.ts';
import { section } from '../room.ts';
import { addressUnits, type BroadcastSection, type BroadcastState } from './state.ts';

const task = z.strictObject({ no: words, title: words, text: words, units: audience, lead: words.optional() });

const chapter = z.strictObject({ heading: words, tasks: z.array(task).min(1, '一节里至少写一项任务') });

const keys = { addressees: audience, sections: z.array(chapter).min(1, '至少写一节任务') };

const nobody = { printed: [], units: [], open: [] };

export const broadcastSection = section<typeof keys, BroadcastSection, BroadcastState>({
  keys,
  resolve({ addressees, sections }, { audiences }) {
    const { audience: addressed, problems } = audiences.read(addressees, ['addressees']);
    const tasks = resolveTasks(sections, audiences);
    return { section: { addressees: addressed, tasks: tasks.value }, problems: [...problems, ...tasks.problems] };
  },
  absent: { addressees: nobody, tasks: [] },
  open: (state, { addressees }) => addressUnits(state, addressees.units),
});

function resolveTasks(
  sections: readonly z.infer<typeof chapter>[],
  audiences: AudienceReader,
): { readonly value: Task[]; readonly problems: FileProblem[] } {
  const placed = sections.flatMap(({ heading, tasks }, at) =>
    tasks.map((written, index) => ({ written, heading, path: ['sections', at, 'tasks', index] })),
  );
  const problems: FileProblem[] = repeated(
    placed,
    ({ written }) => written.no,
    ({ written, path }) => problem([...path, 'no'], `任务编号“${written.no}”用了两次`),
  );
  const value = placed.map(({ written, heading, path }): Task => {
    const { audience: read, problems: unknown } = audiences.read(written.units, [...path, 'units']);
    problems.push(...unknown);
    const lead = audiences.unitOf(written.lead ?? read.printed[0] ?? '');
    if (written.lead !== undefined && lead === null) problems.push(audiences.unknown(written.lead, [...path, 'lead']));
    return { no: written.no, section: heading, title: written.title, text: written.text, audience: read, lead };
  });
  return { value, problems };
}
