//! The app in front of a test: how to start it, find things in it, click, type, and keep a picture.

use std::ops::AsyncFnOnce;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Driver, at_home, opened};
use crate::programs;

/// How long a thing may take to appear. Far above what it takes, for busy machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// The office's usual screen, and the larger one.
pub const SMALL: (u32, u32) = (1366, 768);
pub const LARGE: (u32, u32) = (1920, 1080);

/// One app at a time: the second would only bring the first one forward.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub struct App {
    client: Client,
    home: PathBuf,
}

/// Runs a test against a freshly started app with no settings and no register.
/// Where the test fails, a picture `failed-<name>` and the driver's words are kept.
pub fn drive(name: &str, test: impl AsyncFnOnce(&App)) {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let home = new_home();
    run(name, home.path(), Some(SMALL), test);
}

/// As [`drive`]; the app ends as a person closes it after the first part, and is started anew, as it stood, for the second.
pub fn drive_over_a_restart(name: &str, before: impl AsyncFnOnce(&App), after: impl AsyncFnOnce(&App)) {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let home = new_home();
    drop(run(name, home.path(), None, before));
    run(name, home.path(), None, after);
}

/// As [`drive`]; the app is killed where it stands after the first part, and started anew for the second.
pub fn drive_through_a_kill(name: &str, before: impl AsyncFnOnce(&App), after: impl AsyncFnOnce(&App)) {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let home = new_home();
    run(name, home.path(), Some(SMALL), before).kill();
    run(name, home.path(), Some(SMALL), after);
}

fn new_home() -> TempDir {
    let home = tempfile::Builder::new().prefix("窗口测试-").tempdir().unwrap();
    std::fs::create_dir(home.path().join("台账")).unwrap();
    home
}

/// The driver comes back with the app still running; letting go of it ends both.
fn run(name: &str, home: &Path, size: Option<(u32, u32)>, test: impl AsyncFnOnce(&App)) -> Driver {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let driver = Driver::start(home, &[("SUNREG_E2E_PICK", &home.join("picks.json"))]);
    let app = runtime.block_on(App::connect(&driver, home.to_owned()));
    if let Some(size) = size {
        runtime.block_on(app.size(size));
    }
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&app))));
    if outcome.is_err() {
        runtime.block_on(app.keep_failure(name));
    }
    if let Err(failure) = outcome {
        // Not by closing the driver's session, which would kill the app where it stands.
        drop(driver);
        resume_unwind(failure);
    }
    driver
}

#[allow(dead_code)] // a vocabulary for tests, of which not every word is in use
impl App {
    async fn connect(driver: &Driver, home: PathBuf) -> App {
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": programs::e2e(), "args": [] }));
        let mut tries = 0;
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            match builder.connect(&driver.address).await {
                Ok(client) => break client,
                // The driver needs a moment before it listens.
                Err(error) if tries == 50 => panic!("no session with the app: {error}"),
                Err(_) => tries += 1,
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        App { client, home }
    }

    /// An empty folder with a Chinese name, for this test's register.
    pub fn register_folder(&self) -> PathBuf {
        self.home.join("台账")
    }

    /// A path for a file that the test lets the app write or read.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home.join(name)
    }

    /// What the next pickers answer, in order; `None` closes one without a choice.
    pub fn pick(&self, answers: &[Option<&Path>]) {
        std::fs::write(self.file("picks.json"), serde_json::to_vec(answers).unwrap()).unwrap();
    }

    /// Waits until the system was asked to open just so many files, and tells the last.
    pub async fn opened(&self, count: usize) -> PathBuf {
        for _ in 0..PATIENCE.as_millis() / 50 {
            let mut files = opened(&self.home);
            if files.len() == count {
                return files.remove(count - 1);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("opened were {:?}, and not {count}", opened(&self.home));
    }

    /// Starts the program once more beside the running one, and tells whether it ended of itself, well.
    pub async fn start_again(&self) -> bool {
        let mut second = Command::new(programs::e2e());
        at_home(&mut second, &self.home);
        let mut second = second.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        for _ in 0..PATIENCE.as_millis() / 50 {
            if let Some(status) = second.try_wait().unwrap() {
                return status.success();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        second.kill().unwrap();
        second.wait().unwrap();
        false
    }

    pub async fn size(&self, (width, height): (u32, u32)) {
        self.client.set_window_rect(0, 0, width, height).await.unwrap();
    }

    /// Puts the window somewhere, as a person drags it.
    pub async fn place(&self, (x, y): (u32, u32), (width, height): (u32, u32)) {
        self.client.set_window_rect(x, y, width, height).await.unwrap();
    }

    /// Where the window stands, and its width and height.
    pub async fn placed(&self) -> (u64, u64, u64, u64) {
        self.client.get_window_rect().await.unwrap()
    }

    /// Rests the mouse on an element.
    pub async fn hover(&self, id: &str) {
        let element = self.find(id).await;
        let action =
            PointerAction::MoveToElement { element, duration: Some(Duration::from_millis(50)), x: 0.0, y: 0.0 };
        self.client.perform_actions(MouseActions::new("mouse".to_owned()).then(action)).await.unwrap();
    }

    pub async fn title(&self) -> String {
        self.client.title().await.unwrap()
    }

    /// Waits for the element with this `data-testid`.
    pub async fn find(&self, id: &str) -> Element {
        let selector = format!("[data-testid='{id}']");
        match self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&selector)).await {
            Ok(element) => element,
            Err(error) => panic!("nothing with data-testid {id:?} appeared: {error}"),
        }
    }

    /// Every element with this `data-testid` that is there now.
    pub async fn find_all(&self, id: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(&format!("[data-testid='{id}']"))).await.unwrap()
    }

    /// Waits for the innermost element that shows just this text.
    pub async fn find_text(&self, text: &str) -> Element {
        assert!(!text.contains('"'), "a text with a quotation mark cannot be looked for");
        let path = format!(r#"//body//*[normalize-space(.)="{text}" and not(.//*[normalize-space(.)="{text}"])]"#);
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await {
            Ok(element) => element,
            Err(error) => panic!("the text {text:?} did not appear: {error}"),
        }
    }

    /// What the element shows, once it is there.
    pub async fn text(&self, id: &str) -> String {
        shown(&self.find(id).await).await.unwrap()
    }

    /// Waits until the element shows something that passes.
    pub async fn until(&self, id: &str, passes: impl Fn(&str) -> bool) -> String {
        let mut seen = String::new();
        for _ in 0..PATIENCE.as_millis() / 50 {
            // The element may be drawn anew between being found and being read.
            if let Some(text) = shown(&self.find(id).await).await {
                if passes(&text) {
                    return text;
                }
                seen = text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{id:?} shows {seen:?}");
    }

    /// Waits until just so many elements have this `data-testid`: a long list draws its first rows first.
    pub async fn counted(&self, id: &str, count: usize) {
        let mut seen = 0;
        for _ in 0..PATIENCE.as_millis() / 50 {
            seen = self.find_all(id).await.len();
            if seen == count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{id:?} is there {seen} times instead of {count}");
    }

    /// Waits until nothing has this `data-testid` any more.
    pub async fn gone(&self, id: &str) {
        self.counted(id, 0).await;
    }

    /// Clicks the element once it is there and may be clicked.
    pub async fn click(&self, id: &str) {
        let mut refused = String::from("it stays disabled");
        for _ in 0..PATIENCE.as_millis() / 50 {
            // The element may be drawn anew, or still be on its way, between being found and being clicked.
            let element = self.find(id).await;
            if element.is_enabled().await.unwrap_or(true) {
                match element.click().await {
                    Ok(()) => return,
                    Err(error) => refused = error.to_string(),
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{id:?} cannot be clicked: {refused}");
    }

    pub async fn click_text(&self, text: &str) {
        let element = self.find_text(text).await;
        element.click().await.unwrap_or_else(|error| panic!("{text:?} cannot be clicked: {error}"));
    }

    /// Replaces what stands in a field. The id may be the field's own or that of a wrapper around it.
    pub async fn fill(&self, id: &str, text: &str) {
        let element = self.find(id).await;
        let field = match element.find(Locator::Css("input, textarea")).await {
            Ok(within) => within,
            Err(_) => element,
        };
        // Typed over as a person would: what the driver clears, the page does not hear of.
        let select = "const found = document.querySelector(`[data-testid='${arguments[0]}']`);
            const field = found.matches('input, textarea') ? found : found.querySelector('input, textarea');
            field.focus(); field.select(); return null";
        let delete = char::from(Key::Delete).to_string();
        let written = if text.is_empty() { &delete } else { text };
        // A field that is just being shown may be given its first value after it was filled.
        for _ in 0..20 {
            self.script(select, json!(id)).await;
            field.send_keys(written).await.unwrap();
            if field.prop("value").await.unwrap().as_deref() == Some(text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{id:?} does not take {text:?}");
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: &[Key]) {
        let focused = self.client.active_element().await.unwrap();
        let pressed: String = keys.iter().map(|key| char::from(*key)).collect();
        focused.send_keys(&pressed).await.unwrap();
    }

    /// Types text where the focus is.
    pub async fn type_text(&self, text: &str) {
        self.client.active_element().await.unwrap().send_keys(text).await.unwrap();
    }

    /// Loads the page anew, as after something was prepared past it.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// Waits until the page with this `data-testid` has its answer.
    pub async fn settled(&self, id: &str) {
        let selector = format!("[data-testid='{id}'][aria-busy='false']");
        if let Err(error) = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&selector)).await {
            panic!("{id:?} is still busy: {error}");
        }
    }

    /// Runs JavaScript in the page; `arguments[0]` is the given value.
    pub async fn script(&self, code: &str, argument: Value) -> Value {
        self.client.execute(code, vec![argument]).await.unwrap()
    }

    /// As [`App::script`], for code that answers by calling its last argument.
    pub async fn script_async(&self, code: &str, argument: Value) -> Value {
        self.client.execute_async(code, vec![argument]).await.unwrap()
    }

    /// Calls the core past the screen, to prepare what a test is not about.
    pub async fn call(&self, name: &str, request: Value) -> Value {
        self.try_call(name, request).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// As [`App::call`], for a call that shall fail: the error is `{code, zh, en}`.
    pub async fn try_call(&self, name: &str, request: Value) -> Result<Value, Value> {
        let code = "const [sent, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', sent).then((ok) => done({ ok }), (error) => done({ error }))";
        let sent = json!({ "name": name, "request": request });
        let mut answer = self.script_async(code, sent).await;
        match answer.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(answer["ok"].take()),
        }
    }

    /// Keeps a picture of the page as `target/screenshots/<name>.png`, for a person to look at.
    pub async fn screenshot(&self, name: &str) {
        // A picture shows what was painted last, which may lag behind the document.
        let painted = "const done = arguments[0]; setTimeout(done, 2000);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))";
        self.client.execute_async(painted, Vec::new()).await.unwrap();
        let folder = programs::target().join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), self.client.screenshot().await.unwrap()).unwrap();
    }

    /// What failed is told by the test's own panic; here nothing may panic on top of it.
    async fn keep_failure(&self, name: &str) {
        let folder = programs::target().join("screenshots");
        let picture = self.client.screenshot().await;
        if let (Ok(()), Ok(picture)) = (std::fs::create_dir_all(&folder), picture) {
            let _ = std::fs::write(folder.join(format!("failed-{name}.png")), picture);
        }
        if let Ok(words) = std::fs::read_to_string(self.file("driver.log")) {
            eprintln!("the driver and the app said:\n{words}");
        }
    }
}

/// The text as the page shows it, cells of a table apart. The driver's own notion of it is empty for text cut off with an ellipsis.
async fn shown(element: &Element) -> Option<String> {
    element.prop("innerText").await.ok().flatten().map(|text| text.trim().to_owned())
}
