/** The glossary: Chinese and English side by side, an anchor for each word. */
import type { Ask } from '../../core/web.ts'
import { get, type Term } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { words } from './messages.ts'
import { mayOpen } from './pages.ts'
import { termGroups } from './terms/index.ts'

function glossary(c: Ask) {
  const { ctx, features } = c.var
  const { lang, who } = ctx
  const t = words(lang)
  return page(
    c,
    { title: t.terms },
    <main id="main" class="page stack glossary">
      <section class="next">
        <h1>{t.terms}</h1>
        <p class="quiet">{t.termsHint}</p>
        <ul class="line">
          {termGroups.map(({ id, heading }) => (
            <li>
              <a href={`#group-${id}`}>{heading[lang]}</a>
            </li>
          ))}
        </ul>
      </section>
      {termGroups.map((group) => (
        <section class="panel">
          <header>
            <h2 id={`group-${group.id}`}>{group.heading[lang]}</h2>
          </header>
          <table class="rows lexicon">
            <caption class="unseen">{group.heading[lang]}</caption>
            <thead>
              <tr>
                <th scope="col" lang="zh-CN">
                  中文
                </th>
                <th scope="col" lang="en">
                  English
                </th>
                <th scope="col">{t.where}</th>
              </tr>
            </thead>
            <tbody>
              {group.terms.map((term) => (
                <TermRow
                  term={term}
                  page={mayOpen(features, who, term.href ?? '') ? term.href : undefined}
                  open={t.open}
                />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </main>,
  )
}

/** `page`: where the word is seen, for who may open it. */
const TermRow = ({ term: { id, zh, en }, page, open }: { term: Term; page: string | undefined; open: string }) => (
  <tr id={id}>
    <td lang="zh-CN">
      <b>{zh.word}</b> <p>{zh.meaning}</p>
    </td>
    <td lang="en">
      <b>{en.word}</b> <p>{en.meaning}</p>
    </td>
    <td class="act">
      {page && (
        <a class="button plain" href={page} aria-label={`${open}: ${zh.word} ${en.word}`}>
          {open}
        </a>
      )}
    </td>
  </tr>
)

export const termRoutes = [get('/help/words', 'person', glossary)]
