/** What an operator should know at start: how much there is, and what is missing without being an error. */
import type { WorkingCalendar } from '../domain/calendar/working-days.ts';
import { type Day, dayOf } from '../domain/calendar/zone.ts';
import type { Audience, CampaignDefinition, ReturnDefinition } from '../domain/campaign/definition.ts';
import type { Chat, DirectoryDefinition, Person } from '../domain/directory/model.ts';
import { unitsOn } from '../domain/duty/state.ts';
import type { CampaignId, EpochMs, Role, UnitId } from '../domain/model.ts';
import { inQuotes } from '../domain/replies/wording.ts';

export interface OverviewInput {
  readonly directory: DirectoryDefinition;
  readonly campaigns: readonly CampaignDefinition[];
  readonly calendar: WorkingCalendar;
  /** Routes for pushes by connected platform; null where a platform takes any. */
  readonly connected: ReadonlyMap<string, readonly string[] | null>;
  /** The robot through which it is said every morning that all is well. */
  readonly heartbeat?: string | undefined;
}

/** Why the bot cannot speak in a group of its own accord. */
export type Silence =
  | { readonly kind: 'no-push' }
  | { readonly kind: 'not-connected'; readonly platform: string }
  | { readonly kind: 'unknown-push'; readonly push: string; readonly known: readonly string[] }
  /** It can speak, and nobody of the directory is there to be named. */
  | { readonly kind: 'nobody' };

export type Gap =
  | { readonly kind: 'no-organiser' }
  | { readonly kind: 'no-liaison'; readonly units: readonly string[] }
  /** There are some, and none has an account where the campaign is run: whatever they say is a stranger's. */
  | { readonly kind: 'unknown-organisers'; readonly people: readonly string[] }
  | { readonly kind: 'unknown-liaisons'; readonly units: readonly string[] }
  | { readonly kind: 'no-group' }
  | { readonly kind: 'silent-group'; readonly group: string; readonly why: Silence }
  /** What is for those who look after the bot would go to everybody. */
  | { readonly kind: 'heartbeat-for-all'; readonly group: string }
  /** An audience all of whose names stand for nobody in particular. */
  | { readonly kind: 'nobody-meant'; readonly what: string }
  | {
      readonly kind: 'day-off';
      readonly what: string;
      readonly phrase: string;
      readonly day: Day;
      readonly dueAtMs: EpochMs;
    }
  | { readonly kind: 'nobody-on-duty'; readonly shift: string; readonly units: readonly string[] };

export interface CampaignOverview {
  readonly id: CampaignId;
  readonly title: string;
  readonly units: number;
  readonly people: number;
  readonly groups: readonly string[];
  readonly returns: readonly {
    readonly title: string;
    readonly units: number;
    readonly phrase: string;
    readonly dueAtMs: EpochMs;
  }[];
  readonly shifts: readonly {
    readonly title: string;
    readonly units: number;
    readonly startMs: EpochMs;
    readonly endMs: EpochMs;
  }[];
  readonly gaps: readonly Gap[];
}

export interface Overview {
  readonly campaigns: readonly CampaignOverview[];
  /** Groups of campaigns that are not open. */
  readonly strays: readonly { readonly group: string; readonly campaign: CampaignId }[];
}

export function overviewOf(input: OverviewInput): Overview {
  const open = new Set(input.campaigns.map(({ id }) => id));
  return {
    campaigns: input.campaigns.map((campaign) => overviewOfOne(campaign, input)),
    strays: input.directory.chats
      .filter(({ campaign }) => !open.has(campaign))
      .map(({ name, campaign }) => ({ group: name, campaign })),
  };
}

function overviewOfOne(campaign: CampaignDefinition, input: OverviewInput): CampaignOverview {
  const units = new Set(audiencesOf(campaign).flatMap(({ audience }) => audience.units));
  const { id, shortTitle, returns, duty } = campaign;
  return {
    id,
    title: shortTitle,
    units: units.size,
    people: input.directory.people.filter(({ unit }) => unit !== null && units.has(unit)).length,
    groups: chatsOf(id, input).map(({ name }) => name),
    returns: returns.map(({ title, from, due }) => ({
      ...{ title, units: from.units.length },
      ...{ phrase: due.phrase, dueAtMs: due.dueAtMs },
    })),
    shifts:
      duty?.shifts.map((shift) => ({
        ...{ title: shift.title, units: unitsOn(duty, shift).length },
        ...{ startMs: shift.startMs, endMs: shift.endMs },
      })) ?? [],
    gaps: [
      ...missingPeople(campaign, input),
      ...missingAccounts(campaign, input),
      ...missingGroups(campaign, input),
      ...heartbeatForAll(campaign, input),
      ...emptyAudiences(campaign),
      ...returns.flatMap((returned) => dayOff(returned, input.calendar)),
      ...unstaffedShifts(campaign, input),
    ],
  };
}

function audiencesOf({ addressees, returns, duty }: CampaignDefinition): { what: string; audience: Audience }[] {
  return [
    { what: '主送单位', audience: addressees },
    ...returns.map(({ title, from }) => ({ what: `报送${inQuotes(title)}`, audience: from })),
    ...(duty === null ? [] : [{ what: '值班', audience: duty.audience }]),
    ...(duty?.shifts ?? []).flatMap(({ title, audience }) =>
      audience === undefined ? [] : [{ what: `班次${inQuotes(title)}`, audience }],
    ),
  ];
}

function chatsOf(id: CampaignId, { directory }: OverviewInput): Chat[] {
  return directory.chats.filter(({ campaign }) => campaign === id);
}

function withRole({ directory }: OverviewInput, role: Role): Person[] {
  return directory.people.filter(({ roles }) => roles.includes(role));
}

/** Units that owe something: a receipt or a return. */
function owing({ addressees, returns }: CampaignDefinition): UnitId[] {
  return [...new Set([...addressees.units, ...returns.flatMap(({ from }) => from.units)])];
}

/** Liaisons are missed where something is owed. */
function missingPeople(campaign: CampaignDefinition, input: OverviewInput): Gap[] {
  const { directory } = input;
  const hasOrganiser = withRole(input, 'organiser').length > 0;
  const served = new Set(withRole(input, 'reporter').map(({ unit }) => unit));
  const unserved = owing(campaign).filter((unit) => !served.has(unit));
  return [
    ...(hasOrganiser ? [] : [{ kind: 'no-organiser' as const }]),
    ...(unserved.length === 0 ? [] : [{ kind: 'no-liaison' as const, units: namesOf(unserved, directory) }]),
  ];
}

/** Looked for on the platforms of the groups that reach somebody: the others are told already. */
function missingAccounts(campaign: CampaignDefinition, input: OverviewInput): Gap[] {
  const chats = chatsOf(campaign.id, input).filter((chat) => input.connected.has(chat.platform));
  const reaching = chats.filter((chat) => silenceOf(chat, input)?.kind !== 'nobody');
  if (reaching.length === 0) return [];
  const isKnown = ({ accounts }: Person) => reaching.some(({ platform }) => accounts[platform] !== undefined);
  const organisers = withRole(input, 'organiser');
  const liaisons = withRole(input, 'reporter');
  const served = new Set(liaisons.map(({ unit }) => unit));
  const known = new Set(liaisons.filter(isKnown).map(({ unit }) => unit));
  const units = owing(campaign).filter((unit) => served.has(unit) && !known.has(unit));
  return [
    ...(organisers.length === 0 || organisers.some(isKnown)
      ? []
      : [{ kind: 'unknown-organisers' as const, people: organisers.map(({ name }) => name) }]),
    ...(units.length === 0 ? [] : [{ kind: 'unknown-liaisons' as const, units: namesOf(units, input.directory) }]),
  ];
}

function missingGroups({ id }: CampaignDefinition, input: OverviewInput): Gap[] {
  const chats = chatsOf(id, input);
  if (chats.length === 0) return [{ kind: 'no-group' }];
  return chats.flatMap((chat) => {
    const why = silenceOf(chat, input);
    return why === null ? [] : [{ kind: 'silent-group' as const, group: chat.name, why }];
  });
}

function silenceOf({ platform, push, members }: Chat, { connected, directory }: OverviewInput): Silence | null {
  const routes = connected.get(platform);
  if (routes === undefined) return { kind: 'not-connected', platform };
  if (push === null) return { kind: 'no-push' };
  if (routes !== null && !routes.includes(push)) return { kind: 'unknown-push', push, known: routes };
  const reached = directory.people.some(({ id, accounts }) => members.includes(id) && accounts[platform] !== undefined);
  return reached ? null : { kind: 'nobody' };
}

function emptyAudiences(campaign: CampaignDefinition): Gap[] {
  return audiencesOf(campaign)
    .filter(({ audience }) => audience.units.length === 0)
    .map(({ what }) => ({ kind: 'nobody-meant', what }));
}

/** The day that the notice names; reminders aim at the working day before it all the same. */
function dayOff({ title, due }: ReturnDefinition, calendar: WorkingCalendar): Gap[] {
  const days = [dayOf(due.dueAtMs), dayOf(due.lateAfterMs - 1)];
  const day = days.find((candidate) => !calendar.isWorkingDay(candidate));
  if (day === undefined) return [];
  return [{ kind: 'day-off', what: title, phrase: due.phrase, day, dueAtMs: due.dueAtMs }];
}

function heartbeatForAll({ id }: CampaignDefinition, input: OverviewInput): Gap[] {
  return chatsOf(id, input)
    .filter(({ push }) => push !== null && push === input.heartbeat)
    .map(({ name }) => ({ kind: 'heartbeat-for-all', group: name }));
}

function unstaffedShifts({ duty }: CampaignDefinition, { directory }: OverviewInput): Gap[] {
  if (duty === null) return [];
  return duty.shifts.flatMap((shift) => {
    const staffed = new Set(
      duty.roster.filter((line) => line.shift === shift.id && line.people.length > 0).map(({ unit }) => unit),
    );
    const empty = unitsOn(duty, shift).filter((unit) => !staffed.has(unit));
    return empty.length === 0
      ? []
      : [{ kind: 'nobody-on-duty' as const, shift: shift.title, units: namesOf(empty, directory) }];
  });
}

function namesOf(units: readonly UnitId[], directory: DirectoryDefinition): string[] {
  return units.map((id) => directory.units.find((unit) => unit.id === id)?.shortName ?? id);
}
