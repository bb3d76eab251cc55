/** Units, people, chats: who there is, and where they can be reached. */
import type { CampaignId, ChatId, PersonId, Role, UnitId } from '../model.ts';

export interface Unit {
  readonly id: UnitId;
  /** Full name: 黄浦区市场监督管理局. */
  readonly name: string;
  /** What people call it, for messages where room is short: 黄浦区局. */
  readonly shortName: string;
  /** Further names it answers to, in notices and in chat. */
  readonly aliases: readonly string[];
  /** Groups a notice may address as one ("各区市场监管局"): their names. */
  readonly groups: readonly string[];
  readonly parent: UnitId | null;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Null for someone known to a platform but not bound to a unit yet. */
  readonly unit: UnitId | null;
  readonly roles: readonly Role[];
  /** Account per platform name: `{ wecom: 'ZhangLi', console: 'hp-liaison' }`. */
  readonly accounts: Readonly<Record<string, string>>;
}

export interface Chat {
  readonly id: ChatId;
  readonly name: string;
  readonly platform: string;
  /** The group's id on the platform. */
  readonly account: string;
  readonly campaign: CampaignId;
  /** Name of the push route in the configuration (a webhook); null where the bot cannot push. */
  readonly push: string | null;
  readonly members: readonly PersonId[];
}

/** The directory file as read. */
export interface DirectoryDefinition {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly chats: readonly Chat[];
}
