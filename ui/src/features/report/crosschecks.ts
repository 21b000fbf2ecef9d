// What the cross-checks of a report come to: asked once the report is there, and again with each new one.
import { CircleCheck, CircleClose, QuestionFilled } from '@element-plus/icons-vue'
import { type Component, computed, ref, type WatchSource } from 'vue'
import type { CrossCheck, Outcome } from '@/api/bindings'
import { call } from '@/api/call'
import { useAnswer } from '@/app/answer'
import { changed } from '@/app/changed'

export interface Days {
  from: string
  to: string
}

/** A shape of its own for each, beside its word. */
export const MARKS: Record<Outcome, Component> = {
  pass: CircleCheck,
  fail: CircleClose,
  cannot_tell: QuestionFilled,
}

const ORDER: readonly Outcome[] = ['fail', 'cannot_tell', 'pass']

export type Group = 'pending' | 'accepted' | 'passed'

/** What is settled by somebody's reason counts as long as that holds. */
export function groupOf({ outcome, accepted }: CrossCheck): Group {
  if (outcome === 'pass') return 'passed'
  return accepted?.holds ? 'accepted' : 'pending'
}

/** The lines of a group, what fails first; otherwise in the order of the checks. */
export function ofGroup(lines: readonly CrossCheck[], group: Group): CrossCheck[] {
  const found = lines.filter((line) => groupOf(line) === group)
  return found.sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
}

/** `days` are those of the report, null while there is none. */
export function useCrossChecks(days: () => Days | null, report: WatchSource) {
  const open = ref(false)
  const { answer, error, busy, reload } = useAnswer(async () => {
    const asked = days()
    return asked && call('cross_checks', { from: asked.from, to: asked.to })
  }, [report, changed])
  const pending = computed(() => answer.value && ofGroup(answer.value, 'pending').length)

  /** A line as it stands after somebody accepted it or took that back. */
  function settle(line: CrossCheck) {
    answer.value = answer.value?.map((other) => (other.id === line.id ? line : other)) ?? null
  }

  return { open, lines: answer, error, busy, reload, pending, settle }
}

export type CrossChecks = ReturnType<typeof useCrossChecks>
