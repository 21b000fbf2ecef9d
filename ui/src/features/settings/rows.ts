// The rows of a section while they are edited, put in order and taken out; what is not saved is kept as a draft.
import { computed, type Ref, ref } from 'vue'
import { useDraft } from '@/app/draft'

/** A row, with a key that tells it from the others of the page. */
export type Row<T> = T & { key: number }

let keys = 0

export function useRows<T extends object>(name: string, saved: () => readonly T[]) {
  const asSaved = () => saved().map((row) => ({ ...row }))
  const keyed = (row: T): Row<T> => ({ ...row, key: ++keys })
  const rows = ref(asSaved().map(keyed)) as Ref<Row<T>[]>
  const typed = computed({
    get: () => rows.value.map(({ key: _, ...row }) => row as unknown as T),
    set: (given) => {
      rows.value = given.map(keyed)
    },
  })
  const draft = useDraft(`settings/${name}`, typed, asSaved)

  const add = (row: T) => rows.value.push(keyed(row))
  const remove = (index: number) => rows.value.splice(index, 1)

  function move(index: number, by: -1 | 1) {
    const [moved] = rows.value.splice(index, 1)
    if (moved) rows.value.splice(index + by, 0, moved)
  }

  return { rows, ...draft, add, remove, move }
}
