/** One liaison's work on one return: the table in their own way and time, then the materials. */

import { MINUTE_MS } from '../../domain/calendar/zone.ts';
import type { Material } from '../../domain/campaign/definition.ts';
import type { Form, FormRow } from '../../domain/form.ts';
import { literal } from '../../domain/literal.ts';
import type { EpochMs } from '../../domain/model.ts';
import { type Agenda, atOfficeHours } from './agenda.ts';
import type { Chance } from './chance.ts';
import type { Affair } from './known.ts';
import { type Persona, remindersNeeded } from './persona.ts';
import type { Words } from './stage.ts';
import { type Figures, labelled, plainTable, singleAnswer, wholeTable } from './words.ts';

/** Says something about a return to the bot; the result is its answer. */
export type Tell = (
  about: Affair,
  words: Pick<Words, 'text' | 'file'> & { readonly alone?: boolean },
) => Promise<string>;

export interface ErrandOptions {
  readonly affair: Affair;
  /** Titles of the other tables that the same person fills. */
  readonly otherTables: readonly string[];
  readonly persona: Persona;
  readonly tell: Tell;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly nowMs: () => EpochMs;
}

export interface Errand {
  readonly affair: Affair;
  planPublished(): void;
  reminded(): void;
  pressed(): void;
}

export function createErrand(options: ErrandOptions): Errand {
  const { affair, otherTables, persona, tell, agenda, chance, nowMs } = options;
  const { figures, returned, told } = affair;
  const oneOfSeveral = otherTables.length > 0;
  const patience = remindersNeeded(persona, chance);
  let reminders = 0;
  let begun = false;
  let corrected = persona !== 'corrected';
  let halfDone = persona === 'forgetful';
  let rough = persona === 'chatty' && chance.happens(0.5);
  let tries = 0;
  let handing = false;

  function later(fromMinutes: number, toMinutes: number, run: () => Promise<void>): void {
    agenda.plan(atOfficeHours(nowMs() + chance.between(fromMinutes, toMinutes) * MINUTE_MS), run);
  }

  function begin(): void {
    if (begun) return;
    begun = true;
    const { form } = returned;
    if (form === null) handInAll();
    else later(15, 240, () => (persona === 'punctual' && chance.happens(0.4) ? stepByStep(form) : report(form)));
  }

  /** Tells figures: what the bot hears counts from then on. */
  async function tellFigures(text: string, values: Figures): Promise<string> {
    for (const [no, value] of values) told.set(no, value);
    const { form } = returned;
    const reply = await tell(affair, { text });
    const elsewhere = otherTables.some((title) => reply.startsWith(`《${title}》`));
    return form && elsewhere && !text.includes(form.title) ? misplaced(form, text, values) : reply;
  }

  /** Answers the bot's questions one by one. */
  async function stepByStep(form: Form): Promise<void> {
    let reply = await tell(affair, { text: oneOfSeveral ? `填报《${form.title}》` : '填报' });
    for (const row of form.rows) {
      const value = figures.get(row.no) ?? 0;
      reply = await tellFigures(singleAnswer(row, value, chance), new Map([[row.no, value]]));
    }
    await react(form, reply);
  }

  async function report(form: Form): Promise<void> {
    if (halfDone) {
      halfDone = false;
      begun = false;
      const rows = form.rows.slice(0, Math.ceil(form.rows.length / 2));
      const text = rows.map((row) => labelled(row, figures.get(row.no) ?? 0)).join('，');
      await chosen(form, await tellFigures(text, valuesOf(rows)));
      return;
    }
    if (rough) return roughly(form);
    const said = corrected ? figures : withSlip();
    await react(form, await tellFigures(wholeTable(form, said, chance), said));
  }

  /** One figure is a guess; the bot asks for the exact one, which follows some minutes later. */
  async function roughly(form: Form): Promise<void> {
    rough = false;
    const guessed = form.rows.find((row) => row.kind === 'integer' && (figures.get(row.no) ?? 0) >= 10);
    if (!guessed) return report(form);
    const others = form.rows.filter((row) => row !== guessed);
    const about = `${guessed.label}${Math.floor((figures.get(guessed.no) ?? 0) / 10) * 10}多`;
    const exact = others.map((row) => labelled(row, figures.get(row.no) ?? 0));
    await chosen(form, await tellFigures([about, ...exact].join('，'), valuesOf(others)));
    const text = labelled(guessed, figures.get(guessed.no) ?? 0);
    later(5, 40, async () => react(form, await tellFigures(text, valuesOf([guessed]))));
  }

  function valuesOf(rows: readonly FormRow[]): Figures {
    return new Map(rows.map((row) => [row.no, figures.get(row.no) ?? 0]));
  }

  /** The table with one figure wrong, which the liaison notices afterwards. */
  function withSlip(): Figures {
    const [no, value] = slipped();
    return new Map([...figures, [no, value + 7]]);
  }

  function slipped(): readonly [number, number] {
    return [...figures].find(([, figure]) => figure > 0 && Number.isInteger(figure)) ?? [...figures][0] ?? [1, 0];
  }

  /** The bot took the figures for another table: they are taken back and said again with the title. */
  async function misplaced(form: Form, text: string, values: Figures): Promise<string> {
    await tell(affair, { text: '撤回' });
    return tellFigures(`《${form.title}》${text}`, values);
  }

  /** The bot's answer once it knows which table is meant: it asks where two fit. */
  async function chosen(form: Form, reply: string): Promise<string> {
    const option = /是报哪张表的？/.test(reply) ? optionOf(reply, `《${form.title}》`) : undefined;
    return option === undefined ? reply : tell(affair, { text: option });
  }

  async function react(form: Form, first: string): Promise<void> {
    const reply = await chosen(form, first);
    if (!corrected) later(2, 20, () => correct(form));
    else if (reply.includes('回“确认提交”')) later(1, 12, () => confirm(form));
    else if (/确认吗？对请回“是”/.test(reply)) later(1, 3, async () => react(form, await tell(affair, { text: '是' })));
    else if (tries++ < 2) later(1, 5, async () => react(form, await tellFigures(plainTable(form, figures), figures)));
    else later(1, 5, async () => void (await tell(affair, { text: '找组织者' })));
  }

  async function correct(form: Form): Promise<void> {
    corrected = true;
    const [no, value] = slipped();
    const words = chance.pick([`第${no}项改成${value}`, `第${no}项写错了，是${value}`, `不是${value + 7}是${value}`]);
    await react(form, await tellFigures(words, new Map([[no, value]])));
  }

  async function confirm(form: Form): Promise<void> {
    // It went in with another table's word.
    if (affair.submitted) return handInAll();
    const named = oneOfSeveral && chance.happens(0.5);
    await tell(affair, { text: named ? `确认提交《${form.title}》` : '确认提交' });
    // Another table was ready and is in now: say which.
    if (!affair.submitted && !named) await tell(affair, { text: `确认提交《${form.title}》` });
    if (!affair.submitted) return;
    if (chance.happens(0.1)) later(1, 4, async () => void (await tell(affair, { text: '进度', alone: true })));
    handInAll();
  }

  function handInAll(): void {
    if (handing) return;
    handing = true;
    for (const material of returned.materials) later(5, 200, () => handIn(material));
  }

  async function handIn(material: Material): Promise<void> {
    const { title, accepts } = material;
    if (accepts.includes('image')) {
      await tell(affair, { text: '', file: { name: `现场${title}.jpg`, kind: 'image' }, alone: true });
    } else if (accepts.includes('text') && chance.happens(0.3)) {
      await tell(affair, { text: `${title}：${chance.pick(writtenOut)}`, alone: true });
    } else if (accepts.includes('file') && chance.happens(0.3)) await sendFile(title);
    else await tell(affair, { text: chance.pick([`${title}已报送OA`, `${title}已发邮箱`]) });
  }

  /** Under a name that says what it is, or under one that the bot has to ask about. */
  async function sendFile(title: string): Promise<void> {
    const name = chance.pick([`${title}.docx`, '附件1.docx']);
    const reply = await tell(affair, { text: '', file: { name, kind: 'file' }, alone: true });
    const option = /哪一项材料？/.test(reply) ? optionOf(reply, title) : undefined;
    if (option !== undefined) await tell(affair, { text: option, alone: true });
  }

  return {
    affair,
    planPublished() {
      if (patience > 0) return;
      const spanMs = returned.due.dueAtMs - nowMs();
      agenda.plan(atOfficeHours(nowMs() + Math.round((spanMs * chance.between(3, 9)) / 10)), async () => begin());
    },
    reminded() {
      reminders += 1;
      if (patience > 0 && reminders >= patience) begin();
    },
    pressed: begin,
  };
}

/** A material as people write it into the chat itself, figures and all. */
const writtenOut = [
  '29日夜班由主要负责同志带班，2名同志值守；30日白班由分管负责同志带班，3名同志值守',
  '白班08:00到18:00、夜班20:00到次日08:00，每班3人，带班领导每天轮换一次',
];

/** The number before the option that says so. */
function optionOf(reply: string, words: string): string | undefined {
  return new RegExp(`^(\\d+)\\. .*${literal(words)}`, 'm').exec(reply)?.[1];
}
