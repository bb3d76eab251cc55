/** The console's API. Failures carry a sentence that can be shown. */

export const api = {
  bot: () => call('bot'),
  people: () => call('people'),
  chats: () => call('chats'),
  messages: (chat, after) => call(`chats/${encodeURIComponent(chat)}/messages?after=${after}`),
  post: (message) => call('messages', message),
  clock: () => call('clock'),
  moveClock: (to) => call('clock', { to }),
  progress: () => call('progress'),
};

async function call(path, body) {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(`/console/api/${path}`, init);
  } catch {
    throw failure('offline', '连不上服务器，请确认它还在运行。');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw failure(
    answer?.error?.code ?? 'unknown',
    answer?.error?.message ?? `服务器出错了（${response.status}），请再试一次。`,
  );
}

function failure(code, message) {
  return Object.assign(new Error(message), { code });
}
