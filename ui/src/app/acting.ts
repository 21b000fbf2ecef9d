// Who is at work today (今日经办人), as the log names them: chosen at the start of the day, remembered on this machine
// for the rest of it, register by register. The core holds the choice while it runs.
import { computed, onBeforeUnmount, onMounted, readonly, ref, shallowRef, watch } from 'vue'
import type { Acting, FieldFault, Person } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { read, remember } from '@/shared/memory'
import { today } from '@/shared/period'
import { openedRegister } from './register'

const answered = shallowRef<Acting | null>(null)
const everybody = shallowRef<Person[]>([])
const open = ref(false)
const failure = shallowRef<CallError | null>(null)
/** The day for which somebody was chosen, or nobody on purpose. */
let settledOn = ''
/** Counts what was asked and chosen: an answer to an earlier question does not undo a later choice. */
let round = 0

export const acting = readonly(answered)
/** Whether it is to be asked who is at work. */
export const asking = readonly(open)
export const actingError = failure
export const activePersons = computed(() => everybody.value.filter(({ active }) => active))

const key = (register: string) => `acting.${register}`

/** Whom this machine remembers for a register, and since which day. */
function remembered(register: string) {
  const [day = '', person = ''] = (read(key(register)) ?? '').split('/')
  return { day, person: person === '' ? null : Number(person) }
}

/** The one who was chosen last, whenever that was: offered first. */
export function lastChosen(): number | null {
  const register = openedRegister.value?.id
  return register ? remembered(register).person : null
}

const isOpen = (register: string | undefined) => openedRegister.value?.id === register

async function begin(register: string) {
  round += 1
  const mine = round
  const [now, persons] = await Promise.all([call('acting', {}), call('persons', {})])
  if (!isOpen(register) || mine !== round) return
  answered.value = now
  everybody.value = persons
  const { day, person } = remembered(register)
  const chosenToday = day === today()
  // Somebody who is no longer there is asked for anew.
  const stillThere = activePersons.value.some(({ id }) => id === person)
  if (now.person === null && chosenToday && person !== null && stillThere) {
    const taken = await call('act_as', { person })
    if (!isOpen(register) || mine !== round) return
    answered.value = taken
  }
  settledOn = today()
  open.value = answered.value.person === null && !(chosenToday && (person === null || stillThere))
}

/** Says who is at work for the rest of the day; null is the system's user. */
export async function choose(person: number | null): Promise<boolean> {
  const register = openedRegister.value?.id
  if (!register) return false
  failure.value = null
  round += 1
  try {
    const taken = await call('act_as', { person })
    // Who acts in another register is answered there.
    if (!isOpen(register)) return false
    answered.value = taken
    remember(key(register), `${today()}/${person ?? ''}`)
    settledOn = today()
    open.value = false
    return true
  } catch (thrown) {
    if (isOpen(register)) failure.value = asCallError(thrown)
    return false
  }
}

/** Adds a person and lets them be at work. What should be known of the name, where it was taken all the same. */
export async function addAndChoose(name: string): Promise<readonly FieldFault[] | null> {
  failure.value = null
  try {
    const { person, warnings } = await call('add_person', { name })
    everybody.value = await call('persons', {})
    return (await choose(person.id)) ? warnings : null
  } catch (thrown) {
    failure.value = asCallError(thrown)
    return null
  }
}

/** After the list of persons was changed elsewhere. */
export async function refreshActing(): Promise<void> {
  const register = openedRegister.value?.id
  const [now, persons] = await Promise.all([call('acting', {}), call('persons', {})])
  if (!isOpen(register)) return
  answered.value = now
  everybody.value = persons
}

/** Asks when a register is opened for the first time on a day, and when the day has changed meanwhile. */
export function useActing() {
  // A courtesy: where it fails, the system's user acts, and the name can be asked for in the bar.
  const ask = () => {
    const register = openedRegister.value?.id
    if (register) begin(register).catch(() => {})
  }
  const askOnNewDay = () => {
    if (settledOn !== today()) ask()
  }
  let midnight: ReturnType<typeof setTimeout> | undefined
  function waitForMidnight() {
    const now = new Date()
    const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
    midnight = setTimeout(() => {
      askOnNewDay()
      waitForMidnight()
    }, next.getTime() - now.getTime())
  }
  watch(
    () => openedRegister.value?.id,
    () => {
      answered.value = null
      open.value = false
      ask()
    },
    { immediate: true },
  )
  // A window that stays in sight sees midnight; a machine that slept through it has the window shown or chosen again.
  onMounted(() => {
    window.addEventListener('focus', askOnNewDay)
    document.addEventListener('visibilitychange', askOnNewDay)
    waitForMidnight()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('focus', askOnNewDay)
    document.removeEventListener('visibilitychange', askOnNewDay)
    clearTimeout(midnight)
  })
}
