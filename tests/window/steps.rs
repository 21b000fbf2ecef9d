//! Ways through the window that several tests take: a register made, a sample one, a period, a look, pictures of it.

use std::path::Path;

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::app::{App, LARGE, SMALL};
use crate::programs;

/// A new register by the three steps of the start page, counting the running year. Nobody in particular acts.
pub async fn make_register(app: &App, institution: &str) {
    new_register(app, institution).await;
    app.click("create-register").await;
    app.settled("overview-page").await;
    app.until("institution", |shown| shown == institution).await;
    app.click("acting-skip").await;
}

/// The three steps up to the last button. What the next picker answers must be set before.
pub async fn new_register(app: &App, institution: &str) {
    app.fill("new-institution", institution).await;
    app.click("new-next").await;
    app.find("new-period-year").await;
    app.click("new-next").await;
    app.click("new-folder").await;
}

/// The sample register, as the start page makes it. Nobody in particular acts.
pub async fn sample_register(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    app.click("sample-register").await;
    app.settled("overview-page").await;
    app.click("acting-skip").await;
}

pub async fn set_period(app: &App, from: &str, to: &str) {
    app.click("period").await;
    app.fill("period-from", from).await;
    app.fill("period-to", to).await;
    app.click("period-use").await;
}

/// Chooses from a list by what an option stands for.
pub async fn select(app: &App, id: &str, value: &str) {
    app.find(id).await.select_by_value(value).await.unwrap_or_else(|error| panic!("{id:?}: {error}"));
}

/// As the panel of appearance sets it.
pub async fn look(app: &App, theme: &str) {
    app.script("document.documentElement.dataset.theme = arguments[0]; return null", json!(theme)).await;
}

/// The page in both sizes, light and dark.
pub async fn pictures(app: &App, page: &str) {
    for (width, size) in [("1366", SMALL), ("1920", LARGE)] {
        app.size(size).await;
        for theme in ["light", "dark"] {
            look(app, theme).await;
            app.screenshot(&format!("{page}-{width}-{theme}")).await;
        }
    }
    look(app, "light").await;
    app.size(SMALL).await;
}

/// Keeps a file beside the pictures, to be looked at on paper.
pub fn keep(file: &Path) {
    let folder = programs::target().join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(file, folder.join(file.file_name().unwrap())).unwrap();
}

/// Opens the first record of the list. The driver takes a row for no place to click, but its cell.
pub async fn open_first(app: &App) {
    app.find("list-row").await.find(Locator::Css("td")).await.unwrap().click().await.unwrap();
    app.find("record-detail").await;
}

/// Goes to a place of the window as a link would.
pub async fn go(app: &App, place: &str) {
    app.script("location.hash = arguments[0]; return null", json!(place)).await;
}

/// Of one field of the form: what stands in it.
pub async fn field_value(app: &App, field: &str) -> String {
    let read = "return document.querySelector(`[data-testid='form-${arguments[0]}'] :is(input, textarea)`).value";
    match app.script(read, json!(field)).await {
        Value::String(text) => text,
        other => panic!("the field {field:?} holds {other}"),
    }
}

/// Presses Enter where the focus is as an input method does that takes it for itself; whether the focus stays there.
pub async fn enter_while_composing(app: &App) -> bool {
    let composing = "const at = document.activeElement;
        for (const how of [{ isComposing: true }, { keyCode: 229 }])
            for (const ctrlKey of [false, true]) {
                const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ctrlKey, ...how });
                if (how.keyCode) Object.defineProperty(event, 'keyCode', { value: 229 });
                at.dispatchEvent(event);
            }
        return document.activeElement === at";
    app.script(composing, Value::Null).await == json!(true)
}

/// A word of the register's vocabulary, added past the screen: its number.
pub async fn add_term(app: &App, dimension: &str, name: &str) -> Value {
    app.call("add_term", json!({ "dimension": dimension, "name": name })).await["id"].take()
}
