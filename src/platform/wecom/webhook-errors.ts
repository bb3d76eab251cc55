import type { PushOutcome } from '../../ports.ts';

/** Codes an operator must act on (WxJava WxCpErrorMsgEnum; documentation 90475, 99110), with what to do. */
const REFUSALS: Readonly<Record<number, string>> = {
  93000: '群机器人的 key 无效或机器人已被移出群，请在群里重新添加机器人并更新配置里的 key',
  40058: '消息参数不合要求（多半是超过长度），请缩短内容',
  40008: '平台不认识这种消息类型，请核对所用的平台版本',
  44004: '消息内容是空的',
  45002: '消息超过平台允许的长度，请缩短内容',
  40001: '凭证不正确，请核对群机器人的 key',
  48002: '没有调用这个接口的权限，请联系企业微信管理员',
  60020: '本机的出口 IP 不在允许之列，请联系企业微信管理员加入可信 IP',
  93005: '机器人不能给这个用户发消息',
  93008: '机器人不在这个群里，请重新添加机器人并更新配置里的 key',
};

const BUSY_RETRY_MS = 5_000;
const GARBAGE_RETRY_MS = 30_000;
const MINUTE_LIMIT_MS = 60_000;
const SPREAD_MS = 5_000;

/** What an errcode means for the message. `random` in [0, 1) spreads those that wait for the same minute. */
export function outcomeOf(errcode: number, errmsg: string, random: () => number): PushOutcome {
  const said = `errcode ${errcode}`;
  switch (errcode) {
    case 0:
      return { kind: 'sent' };
    case -1:
      return { kind: 'retry', afterMs: BUSY_RETRY_MS, reason: `平台繁忙（${said}）` };
    case 45009:
      // 20 messages a minute and robot; the block lasts for the minute (documentation 90454).
      return {
        kind: 'retry',
        afterMs: MINUTE_LIMIT_MS + Math.floor(random() * SPREAD_MS),
        reason: `超过每分钟 20 条的限制（${said}）`,
      };
    case 45033:
      return { kind: 'retry', afterMs: 1_000 + Math.floor(random() * 1_000), reason: `同时调用太多（${said}）` };
    default:
      return { kind: 'refused', reason: `${REFUSALS[errcode] ?? `平台拒收：${errmsg || '没有说明原因'}`}（${said}）` };
  }
}

/** What an HTTP status means when no errcode came with it. */
export function outcomeOfStatus(status: number): PushOutcome {
  if (status === 429) return { kind: 'retry', afterMs: MINUTE_LIMIT_MS, reason: '平台限流（HTTP 429）' };
  if (status === 408 || status >= 500) {
    // A gateway that gave up waiting may have passed the message on.
    const unsure = status !== 408 && status !== 503;
    return {
      kind: 'retry',
      afterMs: BUSY_RETRY_MS,
      reason: `平台暂时不可用（HTTP ${status}）`,
      ...(unsure && { unsure }),
    };
  }
  if (status >= 300) {
    return { kind: 'refused', reason: `平台地址不对或被网关拦下（HTTP ${status}），请核对 apiBase` };
  }
  const reason = '平台的回答不是约定的 JSON，可能被网关改写';
  return { kind: 'retry', afterMs: GARBAGE_RETRY_MS, reason, unsure: true };
}
