/** One unit's liaison: signs, reports in their own way and time, hands in materials, comes on duty. */
import { MINUTE_MS } from '../../domain/calendar/zone.ts';
import type { EpochMs, PersonId, UnitId } from '../../domain/model.ts';
import { type Agenda, atOfficeHours } from './agenda.ts';
import type { Chance } from './chance.ts';
import { type Persona, remindersNeeded } from './persona.ts';
import type { TableReturn } from './simulate.ts';
import type { Stage } from './stage.ts';
import { type Figures, inventFigures, labelled, plainTable, singleAnswer, wholeTable } from './words.ts';

export interface Liaison {
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly persona: Persona;
  /** The figures the unit really has. */
  readonly figures: Figures;
  /** When the bot said that all is in, in order; null until then. */
  deliveredAtMs(): EpochMs | null;
  hasSigned(): boolean;
  planPublished(): void;
  remindedOfReceipt(): void;
  remindedOfReturn(): void;
  calledToDuty(): void;
  pressedByLeader(): void;
}

export interface LiaisonOptions {
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly persona: Persona;
  readonly returned: TableReturn;
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly nowMs: () => EpochMs;
}

export function createLiaison(options: LiaisonOptions): Liaison {
  const { unit, person, persona, returned, stage, agenda, chance, nowMs } = options;
  const { form, materials } = returned;
  const figures = inventFigures(form, chance);
  const where = chance.happens(0.75) ? 'alone' : 'group';
  const patience = remindersNeeded(persona, chance);
  let reminders = 0;
  let begun = false;
  let signed = false;
  let onDuty = false;
  let corrected = persona !== 'corrected';
  let halfDone = persona === 'forgetful';
  let tries = 0;
  let deliveredAtMs: EpochMs | null = null;

  const say = (text: string, picture?: string) =>
    stage.say(person, { where: picture ? 'alone' : where, text, ...(picture && { picture }) });

  function later(fromMinutes: number, toMinutes: number, run: () => Promise<void>): void {
    agenda.plan(atOfficeHours(nowMs() + chance.between(fromMinutes, toMinutes) * MINUTE_MS), run);
  }

  async function sign(): Promise<void> {
    if (signed) return;
    signed = true;
    const text = chance.pick(['收到', '收到', '收到！', '收到，马上落实', '已收到']);
    await stage.say(person, { where: 'group', text });
    if (persona !== 'chatty') return;
    later(1, 5, async () => {
      await stage.say(person, {
        where: 'group',
        text: chance.pick(['大家辛苦了', '今天窗口人真多', '@所有人 记得带伞']),
        aside: true,
      });
      await say(chance.pick(['请问什么时候截止？', '好的，辛苦了', '宣传资料按册还是按份算？']));
    });
  }

  function begin(): void {
    if (begun) return;
    begun = true;
    later(15, 240, () => (persona === 'punctual' && chance.happens(0.4) ? stepByStep() : report()));
  }

  /** Answers the bot's questions one by one. */
  async function stepByStep(): Promise<void> {
    let reply = await say('填报');
    for (const row of form.rows) reply = await say(singleAnswer(row, figures.get(row.no) ?? 0, chance));
    react(reply);
  }

  async function report(): Promise<void> {
    if (halfDone) {
      halfDone = false;
      begun = false;
      await say(
        form.rows
          .slice(0, 4)
          .map((row) => labelled(row, figures.get(row.no) ?? 0))
          .join('，'),
      );
      return;
    }
    react(await say(wholeTable(form, corrected ? figures : withSlip(), chance)));
  }

  /** The table with one figure wrong, which the liaison notices afterwards. */
  function withSlip(): Figures {
    const [no = 1, value = 0] = [...figures].find(([, figure]) => figure > 0) ?? [];
    return new Map([...figures, [no, value + 7]]);
  }

  function react(reply: string): void {
    if (!corrected) later(2, 20, correct);
    else if (reply.includes('回“确认提交”')) later(1, 12, confirm);
    else if (tries++ < 2) later(1, 5, async () => react(await say(plainTable(form, figures))));
    else later(1, 5, async () => void (await say('找组织者')));
  }

  async function correct(): Promise<void> {
    corrected = true;
    const [no = 1, value = 0] = [...figures].find(([, figure]) => figure > 0) ?? [];
    react(
      await say(chance.pick([`第${no}项改成${value}`, `第${no}项写错了，是${value}`, `不是${value + 7}是${value}`])),
    );
  }

  async function confirm(): Promise<void> {
    note(await say('确认提交'));
    for (const material of materials) later(5, 200, () => handIn(material.title, material.accepts.includes('image')));
  }

  async function handIn(title: string, picture: boolean): Promise<void> {
    note(
      picture ? await say('', `现场${title}.jpg`) : await say(chance.pick([`${title}已报送OA`, `${title}已发邮箱`])),
    );
  }

  function note(reply: string): void {
    if (deliveredAtMs === null && reply.includes('已全部报齐')) deliveredAtMs = nowMs();
  }

  return {
    unit,
    person,
    persona,
    figures,
    deliveredAtMs: () => deliveredAtMs,
    hasSigned: () => signed,
    planPublished() {
      if (chance.happens(persona === 'forgetful' ? 0.2 : 0.8)) later(2, 300, sign);
      if (patience === 0)
        agenda.plan(atOfficeHours(nowMs() + chance.between(3, 8) * 24 * 60 * MINUTE_MS), async () => begin());
    },
    remindedOfReceipt: () => later(5, 90, sign),
    remindedOfReturn() {
      reminders += 1;
      if (patience > 0 && reminders >= patience) begin();
    },
    calledToDuty() {
      onDuty = false;
      const delay = persona === 'forgetful' ? 25 : persona === 'late' ? chance.between(9, 14) : chance.between(0, 8);
      agenda.plan(nowMs() + delay * MINUTE_MS, checkIn);
    },
    pressedByLeader() {
      agenda.plan(nowMs() + 3 * MINUTE_MS, async () => {
        await checkIn();
        if (nowMs() >= returned.due.lateAfterMs) begin();
      });
    },
  };

  async function checkIn(): Promise<void> {
    if (onDuty) return;
    onDuty = true;
    await stage.say(person, { where: 'group', text: chance.pick(['到岗', '签到', '已到岗']) });
  }
}
