// The frame: what was told of one page does not follow to the next.
import { render, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { notify } from '@/shared/notice'
import AppFrame from './AppFrame.vue'
import { i18n } from './i18n'
import { answering } from './testing/core'

test('a notice goes with the page that it was told on, not with its query', async () => {
  answering({})
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  await router.push('/registers/publication')
  render(AppFrame, { global: { plugins: [i18n, router] } })
  notify('已作废', { action: { label: '撤回', run: () => {} } })
  await screen.findByTestId('notice')
  await router.push('/registers/publication?record=publication-1')
  expect(screen.getByTestId('notice').textContent).toContain('已作废')
  await router.push('/figures')
  await waitFor(() => expect(screen.queryByTestId('notice')).toBeNull())
})
