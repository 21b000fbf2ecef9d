// Starts the page: styles first (the library's, then ours), then the frame.
import 'element-plus/dist/index.css'
import './shared/tokens.css'
import './shared/base.css'
import './shared/controls.css'
import './shared/element.css'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './app/i18n'
import { router } from './app/router'
import { followAppearance } from './shared/appearance'

followAppearance()
createApp(App).use(i18n).use(router).mount('#app')
