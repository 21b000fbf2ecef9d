// The one way from the page to the register: a named command with a typed request and answer.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Commands as CoreCommands, FieldFault, Progress } from './bindings'
import type { ShellCommands } from './shell'

export type { FieldFault, Progress }
export type Commands = CoreCommands & ShellCommands

/** What went wrong: a stable code for the program, a sentence in either language for the person. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
    /** The fields that refused a record. */
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(zh)
    this.name = 'CallError'
  }

  /** The register's folder is gone: told once, across the top of the window, and by no page again. */
  get toldAbove(): boolean {
    return this.code === 'register_vanished'
  }

  /** An archived report counts what was to be changed: with a reason it can be. */
  get wantsReason(): boolean {
    return this.code === 'correction_reason_missing'
  }

  sentence(locale: string): string {
    return locale.startsWith('zh') ? this.zh : this.en
  }
}

export async function call<N extends keyof Commands>(
  name: N,
  request: Commands[N]['request'],
): Promise<Commands[N]['answer']> {
  try {
    return await invoke<Commands[N]['answer']>('call', { name, request, lang: document.documentElement.lang })
  } catch (thrown) {
    const error = asCallError(thrown)
    hearError(error)
    throw error
  }
}

let hearError: (error: CallError) => void = () => {}

/** Tells the frame of every call that fails, whoever made it; the caller still gets the error. */
export function onCallError(hear: (error: CallError) => void): void {
  hearError = hear
}

/** Asks the work under way to stop. */
export function cancel(): Promise<null> {
  return call('cancel', {})
}

/** Hears of the progress of the work under way. Answers with the function that ends the subscription. */
export function onProgress(hear: (progress: Progress) => void): Promise<() => void> {
  return listen<Progress>('progress', (event) => hear(event.payload))
}

/** Everything thrown by the shell as one class, so that a page has one thing to catch. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown
  if (typeof thrown === 'object' && thrown !== null) {
    const { code, zh, en, fields } = thrown as Partial<Record<'code' | 'zh' | 'en' | 'fields', unknown>>
    if (typeof code === 'string' && typeof zh === 'string' && typeof en === 'string')
      return new CallError(code, zh, en, Array.isArray(fields) ? (fields as FieldFault[]) : [])
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new CallError(
    'internal',
    `程序内部出错：${detail}。刚才的操作可能没有完成，已保存的记录不受影响。请重新启动后核对。`,
    `The program failed inside: ${detail}. The last action may not have been done; saved records are not affected. Please restart and check.`,
  )
}
