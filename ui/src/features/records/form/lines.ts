// Which lines of a form stand there: what comes first, what is filled in or at fault, and the rest once 更多 is opened.
import { type ComputedRef, computed, ref } from 'vue'
import type { Field, Value } from '@/api/bindings'
import { recall, remember } from '@/shared/memory'
import type { Filling } from './filling'
import { type Group, linesOf } from './formLayouts'
import type { Told } from './told'
import { isEmpty } from './typed'

const MORE = ['closed', 'open'] as const

export function useLines(filling: Filling, told: ComputedRef<Map<string, Told>>) {
  const { info, layout, values, opened } = filling
  const moreOpen = ref(recall('form.more', MORE, 'closed') === 'open')

  const lines = computed(() => {
    if (!info.value || !layout.value) return { shown: [], hidden: 0 }
    const all = linesOf(layout.value, info.value)
      .map((line) => ({ ...line, fields: line.fields.filter((field) => isOpen(field) || !filling.silent(field)) }))
      .filter(({ fields }) => fields.length)
    const shown = all.filter(({ later, fields }) => !later || moreOpen.value || fields.some(mustShow))
    const begins = (group: Group | null, n: number) => (group === shown[n - 1]?.group ? null : group)
    return {
      shown: shown.map((line, n) => ({ ...line, heading: begins(line.group, n) })),
      hidden: all.length - shown.length,
    }
  })

  const isOpen = (field: Field) => (told.value.get(field.key)?.unsettled.length ?? 0) > 0

  /** What is filled in, or at fault, is never folded away. */
  function mustShow(field: Field): boolean {
    const filled = (value: Value | undefined) =>
      field.kind.type === 'flag' ? value === true : !isEmpty(value) && !filling.goesWithoutSaying(field.key)
    // Nor does a field go that is just being emptied.
    return (
      filled(values.value[field.key]) ||
      filled(opened.value[field.key]) ||
      filling.isWord(field.key) ||
      isOpen(field) ||
      (told.value.get(field.key)?.refusals.length ?? 0) > 0
    )
  }

  function setMore(open: boolean) {
    moreOpen.value = open
    remember('form.more', open ? 'open' : 'closed')
  }

  return { lines, moreOpen, setMore }
}
