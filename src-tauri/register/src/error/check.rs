//! What is wrong with the definition of a cross-check.

use super::Lang;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFault {
    /// Its id is not of small letters, digits and strokes.
    Id,
    Label,
    /// Two checks have this id.
    Twice,
    UnknownFigure {
        figure: String,
    },
    FigureTwice,
    NoParts,
    Percent {
        most: u32,
    },
    /// In the words of the reader.
    Rule {
        detail: String,
    },
}

impl CheckFault {
    pub(super) fn told(&self, lang: Lang) -> String {
        let (zh, en): (String, String) = match self {
            CheckFault::Id => {
                ("标识只能用小写字母、数字和下划线".into(), "its id may have small letters, digits and _ alone".into())
            }
            CheckFault::Label => ("没有填写名称".into(), "it has no name".into()),
            CheckFault::Twice => ("标识重复".into(), "its id is another check's".into()),
            CheckFault::UnknownFigure { figure } => {
                (format!("没有标识为“{figure}”的指标"), format!("there is no figure {figure}"))
            }
            CheckFault::FigureTwice => ("同一指标出现了两次".into(), "it names a figure twice".into()),
            CheckFault::NoParts => ("没有写明分项".into(), "it names no parts".into()),
            CheckFault::Percent { most } => {
                (format!("百分比应为 1 至 {most} 的整数"), format!("its percentage is not between 1 and {most}"))
            }
            CheckFault::Rule { detail } => {
                (format!("核对方式（rule）读不出来（{detail}）"), format!("its rule cannot be read ({detail})"))
            }
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
