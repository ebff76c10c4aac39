/** Words of a help with links in them. */
type Props = { text: string; opens: (href: string) => boolean }

/** "[Holds](/holds) wait": a link for who may open that page, its words alone for everybody else. */
export const Linked = ({ text, opens }: Props) => (
  <>
    {text.split(/(\[[^\]]+\]\([^)]+\))/).map((part) => {
      const [, words, href] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? []
      if (!words || !href) return part
      return opens(href) ? <a href={href}>{words}</a> : words
    })}
  </>
)
