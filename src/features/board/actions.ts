/** Folding and moving panels: a person's own affair, so it leaves no row in the shop's log. */
import type { Context } from '../../core/context.ts'
import { toggled, type Layout } from './rules.ts'
import { layoutOf, saveLayout } from './store.ts'

export const foldPanel = (ctx: Context, name: string) =>
  changeLayout(ctx, (layout) => ({ ...layout, folded: toggled(layout.folded, name) }))

/** `names`: those of one board, in the order in which they shall stand. */
export const orderPanels = (ctx: Context, names: readonly string[]) =>
  changeLayout(ctx, (layout) => {
    const others = layout.order.filter((one) => !names.includes(one)) // of another board of the same person
    return { ...layout, order: [...names, ...others] }
  })

const changeLayout = (ctx: Context, change: (layout: Layout) => Layout) =>
  ctx.write(async (tx) => saveLayout(tx, ctx.who.id!, change(await layoutOf(tx, ctx.who.id!)), ctx.now))
