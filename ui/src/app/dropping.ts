// Files over the window, heard of for as long as the component stands that wants them.
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'
import { onFilesDropped } from '@/api/drop'

/** Answers with whether files hang over the window now. */
export function useDropping(dropped: (paths: string[]) => void): Ref<boolean> {
  const over = ref(false)
  let unhear: Promise<() => void> | null = null

  onMounted(() => {
    unhear = onFilesDropped({
      over: (hanging) => {
        over.value = hanging
      },
      dropped,
    })
  })
  onBeforeUnmount(() => void unhear?.then((end) => end()))
  return over
}
