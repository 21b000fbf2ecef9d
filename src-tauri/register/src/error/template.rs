//! What can be wrong with a line of the report template, and how it is said within a sentence.

/// What is wrong with a line of the report template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// Neither a figure nor a word that the report knows.
    UnknownSlot {
        slot: String,
    },
    /// A brace without its partner.
    LooseBrace,
    UnknownTable {
        name: String,
    },
    /// A mark at the beginning of the line that means nothing.
    UnknownMark {
        mark: String,
    },
    /// A heading or an item without text.
    Empty,
    /// The title stands at the head, before everything else.
    TitleMissing,
    TitleMisplaced,
}

impl TemplateFault {
    pub(super) fn zh(&self) -> String {
        match self {
            TemplateFault::UnknownSlot { slot } => format!("“{{{slot}}}”既不是统计指标的编号，也不是可用的占位词"),
            TemplateFault::LooseBrace => "花括号不成对".into(),
            TemplateFault::UnknownTable { name } => format!("没有名为“{name}”的表"),
            TemplateFault::UnknownMark { mark } => format!("行首的“{mark}”不是可用的标记"),
            TemplateFault::Empty => "标题或条目没有文字".into(),
            TemplateFault::TitleMissing => "缺少以“# ”开头的标题".into(),
            TemplateFault::TitleMisplaced => "标题只能放在最前面".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            TemplateFault::UnknownSlot { slot } => format!("{{{slot}}} is neither a figure nor a word of the report"),
            TemplateFault::LooseBrace => "a brace lacks its partner".into(),
            TemplateFault::UnknownTable { name } => format!("there is no table {name}"),
            TemplateFault::UnknownMark { mark } => format!("{mark} at the beginning means nothing"),
            TemplateFault::Empty => "a heading or an item has no text".into(),
            TemplateFault::TitleMissing => "a title is missing, a line that begins with \"# \"".into(),
            TemplateFault::TitleMisplaced => "a title stands at the head only".into(),
        }
    }
}
