// Which register is open and how it names its periods: asked of the core, shared by the frame and every page.
import { readonly, shallowRef } from 'vue'
import type { NamedPeriod, RegisterInfo } from '@/api/bindings'
import { call } from '@/api/call'
import { recallPeriod, setPeriod } from '@/shared/period'

export type OpenedRegister = RegisterInfo

const opened = shallowRef<RegisterInfo | null>(null)
const periods = shallowRef<NamedPeriod[]>([])

export const openedRegister = readonly(opened)
/** The reporting periods that the open register names. */
export const namedPeriods = readonly(periods)

export async function refreshRegister(): Promise<void> {
  await hold(await call('register_info', {}))
}

export function openRegister(folder: string): Promise<void> {
  return take(() => call('open_register', { folder }))
}

/** As {@link openRegister}, for the register in hand: where it fails, the page stays as it is. */
export function reopenRegister(folder: string): Promise<void> {
  return underWay(async () => hold(await call('open_register', { folder })))
}

/** Makes a register that counts by the period given, and opens it. */
export async function newRegister(folder: string, institution: string, first: NamedPeriod): Promise<void> {
  await take(() => call('new_register', { folder, institution }))
  await namePeriods([first])
  setPeriod(first)
}

export function sampleRegister(folder: string): Promise<void> {
  return take(() => call('sample_register', { folder }))
}

/** Puts a backup into an empty folder and opens it there. */
export function restoreRegister(backup: string, folder: string): Promise<void> {
  return take(() => call('restore', { backup, folder, replace: false }))
}

export async function namePeriods(named: NamedPeriod[]): Promise<void> {
  periods.value = await call('set_periods', { periods: named })
}

/** After they were changed past this file. */
export async function refreshPeriods(): Promise<void> {
  periods.value = await call('periods', {})
}

/** The core closes the register in hand before it opens another; where that fails, none is open. */
function take(make: () => Promise<RegisterInfo>): Promise<void> {
  return underWay(async () => {
    try {
      await hold(await make())
    } catch (failure) {
      await refreshRegister()
      throw failure
    }
  })
}

let opening: Promise<unknown> = Promise.resolve()

function underWay(open: () => Promise<void>): Promise<void> {
  const done = open()
  opening = Promise.allSettled([opening, done])
  return done
}

/** The register that is open, once none is on its way: the core may have turned to it before it is said here. */
export async function settledRegister(): Promise<string | undefined> {
  await opening
  return opened.value?.id
}

/** The period is in force before the register is said to be open, so that no page asks for one that goes at once. */
async function hold(info: RegisterInfo | null): Promise<void> {
  if (info && info.id !== opened.value?.id) {
    periods.value = await call('periods', {})
    recallPeriod(info.id, periods.value[0])
  }
  // What follows the register is asked anew only where something about it is new.
  if (JSON.stringify(info) !== JSON.stringify(opened.value)) opened.value = info
}
