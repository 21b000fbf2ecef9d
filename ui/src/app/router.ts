// The routes, made from the table of pages. Hash history: the page is served from inside the app.
import { createRouter, createWebHashHistory } from 'vue-router'
import type { Thing } from '@/api/bindings'
import { pages } from './pages'
import { openedRegister, refreshRegister } from './register'

declare module 'vue-router' {
  interface RouteMeta {
    needsRegister?: boolean
    /** Of a register's page: what it registers. */
    thing?: Thing
  }
}

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'start', component: () => import('@/features/start/StartPage.vue') },
    ...pages.map((page) => ({
      path: page.path,
      name: page.name,
      component: page.load,
      props: page.props ?? false,
      meta: { needsRegister: true, thing: page.props?.thing },
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
