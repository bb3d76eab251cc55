/** 收到: a receipt, unless it counts something ("收到投诉12件") or asks ("谁没收到"). */

const receipt =
  /^(?:好的?|嗯嗯?|ok|各位)?[,，、。!！\s]*(?:我局|我们?单位|本单位|本局|我们|[\u4e00-\u9fff]{2,12}(?:局|处|总队|分局|中心|办|所|队|科))?[,，:：\s]*(?:已|均已|全部)?(?:收到|收悉|知悉|已阅|签收)(?:通知|方案|文件|来文|此件)?(?:了|啦|哦|噢)?(?=$|[,，。.!！~～;；、\s]|谢谢|马上|立即|一定|请|辛苦|[\u{1F300}-\u{1FAFF}])/iu;

export function readReceipt(text: string): boolean {
  return receipt.test(text.trim());
}
