//! Progress on standard error. Interrupting the program is its cancel: the transaction under way is taken back.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use register::{Lang, Progress, Stage, Watch};

pub struct Bar {
    bar: ProgressBar,
    lang: Lang,
}

impl Bar {
    pub fn new(lang: Lang) -> Bar {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(5));
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Bar { bar, lang }
    }

    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Bar {
    fn step(&self, progress: Progress) -> bool {
        self.bar.set_message(match (self.lang, progress.stage) {
            (Lang::Zh, Stage::Reading) => "读取",
            (Lang::Zh, Stage::Importing) => "导入",
            (Lang::Zh, Stage::Verifying) => "核验",
            (Lang::Zh, Stage::Copying) => "备份",
            (Lang::Zh, Stage::Writing) => "写出",
            (Lang::Zh, Stage::Merging) => "合并",
            (Lang::En, Stage::Reading) => "reading",
            (Lang::En, Stage::Importing) => "importing",
            (Lang::En, Stage::Verifying) => "verifying",
            (Lang::En, Stage::Copying) => "copying",
            (Lang::En, Stage::Writing) => "writing",
            (Lang::En, Stage::Merging) => "merging",
            (Lang::Zh, Stage::Indexing) => "读取文字",
            (Lang::En, Stage::Indexing) => "reading texts",
        });
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
        true
    }
}
