//! What can be wrong in a template file, and how it is said within a sentence that names the line.

use super::{CheckFault, DefinitionFault, Lang, TemplateFault};

/// What a key of a template file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Texts,
    Yes,
    Table,
    Tables,
}

/// What is wrong at a line of a template file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFileFault {
    /// In the words of the reader of the format.
    Syntax {
        detail: String,
    },
    KeyTwice,
    Version {
        found: String,
    },
    KeyUnknown {
        key: String,
        known: String,
    },
    KeyMissing {
        key: String,
    },
    KeyHolds {
        key: String,
        holds: Holds,
    },
    ChoiceUnknown {
        value: String,
        known: String,
    },
    /// Two ways of counting in one figure.
    TwoMeasures,
    FigureTwice {
        id: String,
    },
    Definition {
        id: String,
        fault: DefinitionFault,
    },
    Check {
        id: String,
        fault: CheckFault,
    },
    WordTwice {
        name: String,
    },
    WordEmpty,
    /// Its vocabulary is no tree.
    WordBelow {
        name: String,
    },
    ParentMissing {
        name: String,
        parent: String,
    },
    Circle {
        name: String,
    },
    /// A definition names a word that neither the file nor the register has.
    WordMissing {
        id: String,
        word: String,
    },
    PeriodTwice {
        name: String,
    },
    PeriodUnnamed,
    /// Not a month and a day that every year has.
    MonthDay {
        text: String,
    },
    Wording(TemplateFault),
}

impl TemplateFileFault {
    pub(crate) fn zh(&self) -> String {
        match self {
            TemplateFileFault::Syntax { detail } => format!("不符合 TOML 的写法，请检查引号、括号和等号（{detail}）"),
            TemplateFileFault::KeyTwice => "同一项写了两次".into(),
            TemplateFileFault::Version { found } => {
                format!("模板格式的版本是 {found}，本程序只认 1，请用新版程序，或请对方另行导出")
            }
            TemplateFileFault::KeyUnknown { key, known } => format!("没有“{key}”这一项，可用的有：{known}"),
            TemplateFileFault::KeyMissing { key } => format!("缺少“{key}”"),
            TemplateFileFault::KeyHolds { key, holds } => format!(
                "“{key}”应当是{}",
                match holds {
                    Holds::Text => "一段加引号的文字",
                    Holds::Texts => "方括号中的若干段文字",
                    Holds::Yes => "true",
                    Holds::Table => "一个表",
                    Holds::Tables => "若干个以双方括号开头的表",
                }
            ),
            TemplateFileFault::ChoiceUnknown { value, known } => format!("“{value}”不可用，可用的有：{known}"),
            TemplateFileFault::TwoMeasures => "一项指标只能有 sum、ratio、by_hand 中的一个".into(),
            TemplateFileFault::FigureTwice { id } => format!("指标编号“{id}”重复"),
            TemplateFileFault::Definition { id, fault } => format!("指标“{id}”：{}", fault.zh()),
            TemplateFileFault::Check { id, fault } => format!("核对项“{id}”：{}", fault.told(Lang::Zh)),
            TemplateFileFault::WordTwice { name } => format!("词条“{name}”重复"),
            TemplateFileFault::WordEmpty => "词条没有文字".into(),
            TemplateFileFault::WordBelow { name } => format!("“{name}”所在的词表不分上下级，不能有 parent"),
            TemplateFileFault::ParentMissing { name, parent } => {
                format!("“{name}”的上级“{parent}”不在本文件中，请一并列出")
            }
            TemplateFileFault::Circle { name } => format!("“{name}”成了自己的上级，上下级不能循环"),
            TemplateFileFault::WordMissing { id, word } => {
                format!("指标“{id}”的条件“{word}”既不在本文件的词表中，也不在台账的词表中")
            }
            TemplateFileFault::PeriodTwice { name } => format!("统计期间“{name}”重复"),
            TemplateFileFault::PeriodUnnamed => "统计期间没有名称".into(),
            TemplateFileFault::MonthDay { text } => {
                format!("“{text}”不是月日，应写作 09-01，且须每年都有（不能是 02-29）")
            }
            TemplateFileFault::Wording(fault) => format!("年报文字：{}", fault.zh()),
        }
    }

    pub(crate) fn en(&self) -> String {
        match self {
            TemplateFileFault::Syntax { detail } => {
                format!("this is not TOML; check quotes, brackets and equals signs ({detail})")
            }
            TemplateFileFault::KeyTwice => "the same key stands there twice".into(),
            TemplateFileFault::Version { found } => {
                format!("the format is version {found}, and this program knows 1; update it, or ask for another export")
            }
            TemplateFileFault::KeyUnknown { key, known } => format!("there is no key {key}; known are {known}"),
            TemplateFileFault::KeyMissing { key } => format!("{key} is missing"),
            TemplateFileFault::KeyHolds { key, holds } => format!(
                "{key} is to be {}",
                match holds {
                    Holds::Text => "a text in quotes",
                    Holds::Texts => "texts in square brackets",
                    Holds::Yes => "true",
                    Holds::Table => "a table",
                    Holds::Tables => "tables that begin with two square brackets",
                }
            ),
            TemplateFileFault::ChoiceUnknown { value, known } => format!("{value} is none of {known}"),
            TemplateFileFault::TwoMeasures => "a figure has one of sum, ratio and by_hand at most".into(),
            TemplateFileFault::FigureTwice { id } => format!("there are two figures {id}"),
            TemplateFileFault::Definition { id, fault } => format!("figure {id}: {}", fault.en()),
            TemplateFileFault::Check { id, fault } => format!("cross-check {id}: {}", fault.told(Lang::En)),
            TemplateFileFault::WordTwice { name } => format!("the word {name} stands there twice"),
            TemplateFileFault::WordEmpty => "a word is empty".into(),
            TemplateFileFault::WordBelow { name } => {
                format!("{name} is of a vocabulary that is no tree; it has no parent")
            }
            TemplateFileFault::ParentMissing { name, parent } => {
                format!("{parent}, above {name}, is not in this file; list it too")
            }
            TemplateFileFault::Circle { name } => format!("{name} is above itself"),
            TemplateFileFault::WordMissing { id, word } => {
                format!("{word}, a condition of figure {id}, is neither in this file nor in the register")
            }
            TemplateFileFault::PeriodTwice { name } => format!("there are two periods {name}"),
            TemplateFileFault::PeriodUnnamed => "a period has no name".into(),
            TemplateFileFault::MonthDay { text } => {
                format!("{text} is no month and day that every year has, such as 09-01")
            }
            TemplateFileFault::Wording(fault) => format!("wording of the report: {}", fault.en()),
        }
    }
}
