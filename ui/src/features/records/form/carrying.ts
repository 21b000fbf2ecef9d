// What the next new record of a register begins with: kept for the sitting, until it is cleared or another day comes.
import { watch } from 'vue'
import type { Thing } from '@/api/bindings'
import { openedRegister } from '@/app/register'
import { today } from '@/shared/period'
import type { Typed } from './typed'

interface Carried {
  day: string
  values: Typed
}

const carried = new Map<Thing, Carried>()

// Terms have other numbers in another register.
watch(() => openedRegister.value?.folder, forgetCarried, { flush: 'sync' })

export function forgetCarried(): void {
  carried.clear()
}

export function carry(thing: Thing, values: Typed): void {
  carried.set(thing, { day: today(), values })
}

/** What was typed yesterday is no habit of today. */
export function carriedOver(thing: Thing): Typed {
  const found = carried.get(thing)
  return found?.day === today() ? found.values : {}
}
