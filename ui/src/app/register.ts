// Which register is open: asked of the core, shared by the frame and every page.
import { readonly, ref } from 'vue'
import { type Commands, call } from '@/api/call'

export type OpenedRegister = Commands['open_register']['answer']

const opened = ref<OpenedRegister | null>(null)

export const openedRegister = readonly(opened)

export async function refreshRegister(): Promise<void> {
  opened.value = await call('register_info', {})
}

export async function openRegister(folder: string): Promise<void> {
  await take(() => call('open_register', { folder }))
}

export async function newRegister(folder: string, institution: string): Promise<void> {
  await take(() => call('new_register', { folder, institution }))
}

/** The core closes the register in hand before it opens another; where that fails, none is open. */
async function take(make: () => Promise<OpenedRegister>): Promise<void> {
  try {
    opened.value = await make()
  } catch (failure) {
    await refreshRegister()
    throw failure
  }
}
