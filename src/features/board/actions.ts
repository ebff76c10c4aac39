/** Folding and moving panels: a person's own affair, so it leaves no row in the shop's log. */
import type { Context } from '../../core/context.ts'
import { movedBy, toggled, type Layout } from './rules.ts'
import { layoutOf, saveLayout } from './store.ts'

export const foldPanel = (ctx: Context, name: string) =>
  changeLayout(ctx, (layout) => ({ ...layout, folded: toggled(layout.folded, name) }))

/** `shown`: the names on this board in their present order. */
export const movePanel = (ctx: Context, shown: readonly string[], name: string, step: -1 | 1) =>
  changeLayout(ctx, (layout) => {
    const others = layout.order.filter((one) => !shown.includes(one)) // of another board of the same person
    return { ...layout, order: [...movedBy(shown, name, step), ...others] }
  })

const changeLayout = (ctx: Context, change: (layout: Layout) => Layout) =>
  ctx.write(async (tx) => saveLayout(tx, ctx.who.id!, change(await layoutOf(tx, ctx.who.id!)), ctx.now))
