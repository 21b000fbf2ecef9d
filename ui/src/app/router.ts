// The routes, made from the table of pages. Hash history: the page is served from inside the app.
import { createRouter, createWebHashHistory } from 'vue-router'
import { pages } from './pages'
import { openedRegister, refreshRegister } from './register'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...pages.map((page) => ({
      path: page.path,
      name: page.name,
      component: page.load,
      meta: { needsRegister: page.needsRegister },
    })),
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.beforeEach(async (to) => {
  if (!to.meta.needsRegister || openedRegister.value) return true
  // After a reload of the page the shell still holds the register.
  await refreshRegister()
  return openedRegister.value ? true : '/'
})
