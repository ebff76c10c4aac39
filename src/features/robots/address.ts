/** Where a robot is called: of which platform, on whose host, with which token. Pure. */

export const kinds = ['dingtalk', 'wecom', 'feishu'] as const
export type Kind = (typeof kinds)[number]

/** The platforms' own hosts: nowhere else is anything sent. */
const official: Record<Kind, readonly string[]> = {
  dingtalk: ['https://oapi.dingtalk.com'],
  wecom: ['https://qyapi.weixin.qq.com'],
  feishu: ['https://open.feishu.cn', 'https://open.larksuite.com'],
}

/** By the path, as each platform writes it; the token is what follows. */
const ways: Record<Kind, { path: RegExp; token: (url: URL) => string | null; write: (token: string) => string }> = {
  dingtalk: {
    path: /^\/robot\/send$/,
    token: (url) => url.searchParams.get('access_token'),
    write: (token) => `/robot/send?access_token=${token}`,
  },
  wecom: {
    path: /^\/cgi-bin\/webhook\/send$/,
    token: (url) => url.searchParams.get('key'),
    write: (token) => `/cgi-bin/webhook/send?key=${token}`,
  },
  feishu: {
    path: /^\/open-apis\/bot\/v2\/hook\/[^/]+$/,
    token: (url) => url.pathname.split('/').at(-1)!,
    write: (token) => `/open-apis/bot/v2/hook/${token}`,
  },
}

export type Address = { kind: Kind; url: string; token: string }

/**
 * A pasted webhook address, written anew from its token alone: what else hangs on it is dropped. Undefined when it is
 * not one of an allowed host over https; `more`: origins that a test adds ("http://127.0.0.1:4100").
 */
export function addressIn(text: string, more: readonly string[] = []): Address | undefined {
  const given = text.trim()
  if (!URL.canParse(given)) return undefined
  const url = new URL(given)
  const kind = kinds.find((one) => ways[one].path.test(url.pathname))
  if (!kind || url.username || url.password || ![...official[kind], ...more].includes(url.origin)) return undefined
  const token = ways[kind].token(url) ?? ''
  if (!/^[\w-]{16,128}$/.test(token)) return undefined
  return { kind, url: url.origin + ways[kind].write(token), token }
}

/** All of a token that is ever shown. */
export const tailOf = (token: string): string => token.slice(-4)
