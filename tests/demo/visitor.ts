/** A visitor's browser: keeps cookies, follows redirects, posts from the board's own pages. */
type Fetch = (request: Request) => Response | Promise<Response>

export function visitorOf(fetch: Fetch) {
  const jar = new Map<string, string>()

  async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; path: string; text: string }> {
    const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; '), 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(new Request(`http://board.test${path}`, { ...init, headers }))
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0/i.test(cookie)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    const next = answer.headers.get('location')
    return next ? ask(next) : { status: answer.status, path, text: await answer.text() }
  }
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, form: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form) }),
  }
}
