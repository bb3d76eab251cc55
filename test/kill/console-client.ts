/** A program that talks to the console's HTTP API as the page does. */

export interface Message {
  readonly messageId: string;
  readonly chat: string;
  readonly from: string;
  readonly text: string;
  readonly mention: boolean;
}

/** A person in a chat: who can say something where. */
export type Seat = Pick<Message, 'chat' | 'from'>;

async function get<T>(address: string, path: string): Promise<T> {
  const response = await fetch(`${address}/console/api/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Everybody with a role, in every chat they belong to. */
export async function findSeats(address: string): Promise<Seat[]> {
  const people = await get<{ id: string; roles: string[] }[]>(address, 'people');
  const chats = await get<{ id: string; members: string[] }[]>(address, 'chats');
  const able = new Set(people.filter(({ roles }) => roles.length > 0).map(({ id }) => id));
  return chats.flatMap(({ id, members }) =>
    members.filter((from) => able.has(from)).map((from) => ({ chat: id, from })),
  );
}

/** The answer's body, or null if the connection broke before it was whole. An answer that is an error is thrown. */
export async function post(address: string, message: Message): Promise<string | null> {
  const answer = await exchange(address, message).catch(() => null);
  if (answer !== null && answer.status !== 200) throw new Error(`${message.text}: ${answer.status} ${answer.body}`);
  return answer?.body ?? null;
}

async function exchange(address: string, message: Message): Promise<{ status: number; body: string }> {
  const response = await fetch(`${address}/console/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  return { status: response.status, body: await response.text() };
}
