/** Who gave it, who took it over, and who of that turn has not signed. */
import { timeOf } from '../../core/time.ts'
import { Act, Who } from '../../ui/parts.tsx'
import { pageWords } from './page-messages.ts'
import type { HandoverSight } from './sight.ts'
import type { Signature } from './store.ts'

export function Signatures({ sight }: { sight: HandoverSight }) {
  const { lang, handover, sides, signatures, me } = sight
  const t = pageWords(lang)
  const hasGiven = signatures.some(({ personId, role }) => personId === me && role === 'giving')
  const mayCoSign = !!me && !hasGiven && sides.outgoing.includes(me)
  return (
    <aside class="stack">
      <Side sight={sight} role="giving" title={t.givenBy} expected={sides.outgoing} />
      {mayCoSign && (
        <Act action={`/handover/${handover.id}/cosign`} class="line">
          <button>{t.cosign}</button>
        </Act>
      )}
      <Side sight={sight} role="taking" title={t.takenBy} expected={sides.incoming} />
      <p class="line">
        <a class="button plain" href={`/handover/${handover.id}/sheet`}>
          {t.sheet}
        </a>
      </p>
    </aside>
  )
}

type SideProps = { sight: HandoverSight; role: Signature['role']; title: string; expected: readonly string[] }

function Side({ sight, role, title, expected }: SideProps) {
  const { signatures, names, lang, shop, handover } = sight
  const t = pageWords(lang)
  const signed = signatures.filter((one) => one.role === role)
  const missing = expected.filter((id) => !signed.some(({ personId }) => personId === id))
  const isNobodys = role === 'giving' && handover.givenAt !== null && handover.givenBy === null
  return (
    <section class="panel">
      <header>
        <h2>{title}</h2>
      </header>
      <ul class="signed">
        {isNobodys && <li>{t.notGivenByAnyone}</li>}
        {signed.map(({ handle, hue, at }) => (
          <li>
            <Who handle={handle} hue={hue} /> <time>{timeOf(at, shop.timeZone)}</time>
          </li>
        ))}
        {missing.map((id) => (
          <li class="quiet">
            {names.has(id) ? <Who {...names.get(id)!} /> : null} {t.notSigned}
          </li>
        ))}
      </ul>
    </section>
  )
}
